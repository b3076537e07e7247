import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import type { FlowDocument, FlowEdge, FlowNode } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { draftPorts } from './draft-facts';
import { newEdgeId, newNodeId } from './new-id';
import { GAP, NODE_WIDTH, freeSpot } from './node-geometry';
import { leaveSections, sectionsOf } from './sections';

/** A change and what is selected after it. */
export interface Composed {
  command: EditCommand;
  select: string[];
}

/** A way out of a block. */
export interface Exit {
  from: string;
  handle: string;
}

const isTrigger = (kind: string) => NODE_KINDS.get(kind)?.family === 'trigger';

export function newNode(
  document: FlowDocument,
  kind: string,
  title: string,
  position: { x: number; y: number },
): FlowNode {
  const definition = NODE_KINDS.get(kind);
  return {
    id: newNodeId(
      document.nodes.map(({ id }) => id),
      kind,
    ),
    kind,
    typeVersion: definition?.version ?? 1,
    position,
    title,
    settings: structuredClone(definition?.initial ?? {}),
  };
}

export function addNode(
  document: FlowDocument,
  kind: string,
  title: string,
  position: { x: number; y: number },
  exit?: Exit,
): Composed {
  const node = newNode(document, kind, title, freeSpot(position, document.nodes, document.edges));
  const added: EditCommand = { do: 'addNode', node };
  if (!exit || isTrigger(kind)) return { command: added, select: [node.id] };
  return {
    command: { do: 'batch', commands: [added, ...wire(document, exit, node.id)] },
    select: [node.id],
  };
}

/** After a block, on its first free way out; where all are taken, between it and what follows. */
export function insertAfter(document: FlowDocument, id: string, kind: string, title: string): Composed {
  const source = document.nodes.find((node) => node.id === id);
  const ports = source ? draftPorts(source) : [];
  if (!source || ports.length === 0 || isTrigger(kind)) {
    const beside = source?.position ?? { x: 0, y: 0 };
    return addNode(document, kind, title, { x: beside.x, y: beside.y + GAP });
  }
  const taken = (handle: string) => document.edges.some((edge) => edge.from === id && edge.handle === handle);
  const index = Math.max(
    0,
    ports.findIndex(({ handle }) => !taken(handle)),
  );
  const handle = ports[index]?.handle ?? 'out';
  const edge = document.edges.find((each) => each.from === id && each.handle === handle);
  if (edge) return insertOnEdge(document, edge, kind, title);
  const spot = { x: source.position.x + NODE_WIDTH + GAP, y: source.position.y + index * GAP };
  return addNode(document, kind, title, spot, { from: id, handle });
}

/** In the middle of a wire. What follows makes room where there is none. Within a section it is of the section. */
export function insertOnEdge(document: FlowDocument, edge: FlowEdge, kind: string, title: string): Composed {
  const source = document.nodes.find(({ id }) => id === edge.from);
  const target = document.nodes.find(({ id }) => id === edge.to);
  const from = source?.position ?? { x: 0, y: 0 };
  const to = target?.position ?? from;
  const room = NODE_WIDTH + GAP;
  const node = newNode(document, kind, title, { x: from.x + room, y: to.y });
  const first = draftPorts(node)[0]?.handle;
  const shift = from.x + 2 * room - to.x;
  const moved =
    shift > 0 && to.x > from.x
      ? document.nodes.filter(({ position }) => position.x >= to.x).map((each) => each)
      : [];
  const ids = document.edges.map(({ id }) => id);
  const intoNew = { ...edge, to: node.id };
  const around = sectionsOf(document).find(({ members }) =>
    [edge.from, edge.to].every((end) => members.some(({ id }) => id === end)),
  );
  return {
    command: {
      do: 'batch',
      commands: [
        { do: 'addNode', node },
        ...(moved.length > 0
          ? [
              {
                do: 'moveNodes' as const,
                positions: Object.fromEntries(
                  moved.map(({ id, position }) => [id, { x: position.x + shift, y: position.y }]),
                ),
              },
            ]
          : []),
        { do: 'disconnect', id: edge.id },
        { do: 'connect', edge: intoNew },
        ...(first === undefined
          ? []
          : [
              {
                do: 'connect' as const,
                edge: { id: newEdgeId(ids, node.id, first), from: node.id, handle: first, to: edge.to },
              },
            ]),
        ...(around
          ? [
              {
                do: 'changeNote' as const,
                note: { ...around.note, members: [...around.members.map(({ id }) => id), node.id] },
              },
            ]
          : []),
      ],
    },
    select: [node.id],
  };
}

/** Why a wire cannot be drawn; undefined when it can. */
export function refusal(
  document: FlowDocument,
  from: string,
  to: string,
): 'itself' | 'trigger' | 'gone' | undefined {
  const target = document.nodes.find(({ id }) => id === to);
  if (!target || !document.nodes.some(({ id }) => id === from)) return 'gone';
  if (from === to) return 'itself';
  return isTrigger(target.kind) ? 'trigger' : undefined;
}

/** A way out leads to one place: an earlier wire gives way. Without `to` it leads nowhere. */
export function connect(document: FlowDocument, exit: Exit, to: string | undefined): EditCommand {
  return { do: 'batch', commands: wire(document, exit, to) };
}

function wire(document: FlowDocument, { from, handle }: Exit, to: string | undefined): EditCommand[] {
  const before = document.edges.filter((edge) => edge.from === from && edge.handle === handle);
  const kept = document.edges.filter((edge) => !before.includes(edge)).map(({ id }) => id);
  return [
    ...before.map(({ id }): EditCommand => ({ do: 'disconnect', id })),
    ...(to === undefined
      ? []
      : [{ do: 'connect' as const, edge: { id: newEdgeId(kept, from, handle), from, handle, to } }]),
  ];
}

/** Takes blocks, notes and wires away. The neighbours of a block in the middle of one way are joined again. */
export function remove(document: FlowDocument, ids: ReadonlySet<string>): EditCommand {
  const gone = document.nodes.filter(({ id }) => ids.has(id));
  const rejoined: EditCommand[] = [];
  const taken = new Set<string>();
  for (const { id } of gone) {
    const into = document.edges.filter((edge) => edge.to === id && !ids.has(edge.from) && !ids.has(edge.id));
    const out = document.edges.filter((edge) => edge.from === id);
    const [onward] = out;
    if (out.length !== 1 || !onward || ids.has(onward.to) || ids.has(onward.id)) continue;
    for (const { from, handle } of into) {
      const key = `${from} ${handle}`;
      if (from === onward.to || taken.has(key)) continue;
      taken.add(key);
      const kept = document.edges.filter((edge) => edge.to !== id && edge.from !== id);
      rejoined.push({
        do: 'connect',
        edge: {
          id: newEdgeId(
            kept.map((edge) => edge.id),
            from,
            handle,
          ),
          from,
          handle,
          to: onward.to,
        },
      });
    }
  }
  const left = leaveSections(document, new Set(gone.map(({ id }) => id))).filter(
    (each) => !('note' in each && ids.has(each.note.id)) && !('id' in each && ids.has(each.id)),
  );
  const touching = (edge: FlowEdge) => gone.some(({ id }) => edge.from === id || edge.to === id);
  return {
    do: 'batch',
    commands: [
      ...document.edges
        .filter((edge) => ids.has(edge.id) && !touching(edge))
        .map(({ id }): EditCommand => ({ do: 'disconnect', id })),
      ...gone.map(({ id }): EditCommand => ({ do: 'removeNode', id })),
      ...document.notes
        .filter(({ id }) => ids.has(id))
        .map(({ id }): EditCommand => ({ do: 'removeNote', id })),
      ...left,
      ...rejoined,
    ],
  };
}
