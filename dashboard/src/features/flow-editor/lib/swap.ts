import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import type { FlowDocument, FlowEdge } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { draftPorts } from './draft-facts';
import { newEdgeId } from './new-id';

/**
 * Changes places with the block that follows, along one way: a → b → c becomes b → a → c. Both need one way out and the
 * second one way in, else it would not be clear what follows what; undefined then.
 */
export function swapWithNext(document: FlowDocument, id: string): EditCommand | undefined {
  const first = document.nodes.find((node) => node.id === id);
  if (!first || NODE_KINDS.get(first.kind)?.family === 'trigger') return undefined;
  const onward = document.edges.filter(({ from }) => from === id);
  const [link] = onward;
  const second = document.nodes.find((node) => node.id === link?.to);
  if (!link || onward.length !== 1 || !second || second.id === id) return undefined;
  const after = document.edges.filter(({ from }) => from === second.id);
  const into = document.edges.filter(({ to }) => to === second.id);
  const firstExit = draftPorts(second)[0]?.handle;
  if (into.length !== 1 || after.length > 1 || firstExit === undefined) return undefined;
  const [rest] = after;
  const incoming = document.edges.filter(({ to }) => to === id);
  if (rest?.to === id) return undefined;
  const replaced: FlowEdge[] = [
    ...incoming.map((edge) => ({ ...edge, to: second.id })),
    wire(second.id, rest?.handle ?? firstExit, id),
    ...(rest ? [wire(id, link.handle, rest.to)] : []),
  ];
  return {
    do: 'batch',
    commands: [
      ...[...incoming, link, ...after].map((edge): EditCommand => ({ do: 'disconnect', id: edge.id })),
      ...replaced.map((edge): EditCommand => ({ do: 'connect', edge })),
      { do: 'moveNodes', positions: { [id]: second.position, [second.id]: first.position } },
    ],
  };
}

export function swapWithPrevious(document: FlowDocument, id: string): EditCommand | undefined {
  const into = document.edges.filter(({ to }) => to === id);
  const [only] = into;
  return only && into.length === 1 ? swapWithNext(document, only.from) : undefined;
}

const wire = (from: string, handle: string, to: string): FlowEdge => ({
  id: newEdgeId([], from, handle),
  from,
  handle,
  to,
});
