import type { Turn } from '../../prisma/generated/client.js';

/** What the model was asked in a turn, as its trace keeps it; throws where there is no such turn. */
export function promptOf(turn: Turn | null | undefined): { role: string; content: string }[] {
  if (turn == null) throw new Error('There is no such turn');
  const { prompt } = turn.trace as unknown as { prompt: { role: string; content: string }[] };
  return prompt;
}
