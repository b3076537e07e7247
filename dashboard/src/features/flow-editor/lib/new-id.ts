import type { FlowDocument } from '../../../../../domain/flow/document';

/** `ask_2`: readable, since templates name blocks by it (`blocos.ask_2.resposta`). */
export function newNodeId(taken: Iterable<string>, kind: string): string {
  return numbered(taken, kind);
}

export function newNoteId(document: FlowDocument): string {
  return numbered(
    document.notes.map(({ id }) => id),
    'note',
  );
}

/** A handle has one wire, so its two names identify it. */
export function newEdgeId(taken: Iterable<string>, from: string, handle: string): string {
  const used = new Set(taken);
  const base = `${from}.${handle}`;
  if (!used.has(base)) return base;
  let count = 2;
  while (used.has(`${base}.${count}`)) count += 1;
  return `${base}.${count}`;
}

/** Part of a handle's name (`option:b2`), never shown. */
export function newKey(taken: readonly string[]): string {
  return numbered(taken, 'o').replace('_', '');
}

function numbered(taken: Iterable<string>, name: string): string {
  const pattern = new RegExp(`^${name}_?(\\d+)$`);
  const highest = [...taken].reduce((most, id) => Math.max(most, Number(pattern.exec(id)?.[1] ?? 0)), 0);
  return `${name}_${highest + 1}`;
}
