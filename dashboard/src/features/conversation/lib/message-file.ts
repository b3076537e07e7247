import type { Message } from '../../../lib/api/types';

export type MessageFile = NonNullable<Message['media']>;

/** A voice note is heard at these speeds, one after the other. */
export const SPEEDS = [1, 1.5, 2] as const;

export function nextSpeed(speed: number): number {
  const index = SPEEDS.findIndex((one) => one === speed);
  return SPEEDS[(index + 1) % SPEEDS.length] ?? 1;
}
