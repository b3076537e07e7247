import type { Changes } from './changes';

export type Side = 'customer' | 'business';

/** Who is typing in which chat, for as long as their phone says so. */
export class Typing {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #changes: Changes;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /** @param onEnd called when the time is up, and nothing ended it before */
  start(instance: string, chat: string, side: Side, ms: number, onEnd?: () => void): void {
    const place = placeOf(instance, chat, side);
    clearTimeout(this.#timers.get(place));
    const timer = setTimeout(() => {
      this.stop(instance, chat, side);
      onEnd?.();
    }, ms);
    this.#timers.set(place, timer);
    this.#changes.announce({ type: 'chat', instance, chat });
  }

  stop(instance: string, chat: string, side: Side): void {
    const place = placeOf(instance, chat, side);
    if (!this.#timers.has(place)) return;
    clearTimeout(this.#timers.get(place));
    this.#timers.delete(place);
    this.#changes.announce({ type: 'chat', instance, chat });
  }

  isTyping(instance: string, chat: string, side: Side): boolean {
    return this.#timers.has(placeOf(instance, chat, side));
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}

function placeOf(instance: string, chat: string, side: Side): string {
  return `${instance} ${chat} ${side}`;
}
