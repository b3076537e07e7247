import { plain } from '../../../lib/plain';
import type { FlowRow, FlowStatus } from '../api/shapes';

/** Every word must be there, in any order. */
export function hasWords(text: string, words: string): boolean {
  const inside = plain(text);
  return plain(words)
    .split(/\s+/)
    .every((word) => inside.includes(word));
}

export function findFlows(flows: FlowRow[], words: string, status: FlowStatus | undefined): FlowRow[] {
  return flows.filter(
    (flow) =>
      (status === undefined || flow.status === status) && hasWords(`${flow.name} ${flow.description}`, words),
  );
}
