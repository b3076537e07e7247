import type { FlowDocument } from '../../../../../domain/flow/document';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The block that an arrow leads to: right along the first wire out, left along the first wire in, up and down among
 * those that hang on the same block; where there is none, the nearest in that direction.
 */
export function neighbour(document: FlowDocument, id: string, direction: Direction): string | undefined {
  const { edges } = document;
  const ordered = inOrderOfPlace(document);
  const pick = (ids: string[]) => ordered.find((each) => ids.includes(each));
  if (direction === 'right') {
    return (
      pick(edges.filter(({ from }) => from === id).map(({ to }) => to)) ?? nearest(document, id, direction)
    );
  }
  if (direction === 'left') {
    return (
      pick(edges.filter(({ to }) => to === id).map(({ from }) => from)) ?? nearest(document, id, direction)
    );
  }
  const parents = edges.filter(({ to }) => to === id).map(({ from }) => from);
  const brothers = ordered.filter((each) =>
    edges.some(({ from, to }) => to === each && parents.includes(from)),
  );
  const at = brothers.indexOf(id);
  const next = at < 0 ? undefined : brothers[at + (direction === 'down' ? 1 : -1)];
  return next ?? nearest(document, id, direction);
}

function inOrderOfPlace({ nodes }: FlowDocument): string[] {
  return nodes
    .toSorted((a, b) => a.position.y - b.position.y || a.position.x - b.position.x)
    .map(({ id }) => id);
}

function nearest({ nodes }: FlowDocument, id: string, direction: Direction): string | undefined {
  const here = nodes.find((node) => node.id === id)?.position;
  if (!here) return undefined;
  let best: { id: string; distance: number } | undefined;
  for (const node of nodes) {
    const dx = node.position.x - here.x;
    const dy = node.position.y - here.y;
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
    if (ahead <= 0 || aside > ahead * 2) continue;
    const distance = ahead + aside * 2;
    if (!best || distance < best.distance) best = { id: node.id, distance };
  }
  return best?.id;
}
