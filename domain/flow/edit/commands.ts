import type { FlowDocument, FlowEdge, FlowNode, FlowNote, FlowVariable } from '../document';
import { FLOW_LIMITS } from '../limits';

/** What may be changed of a node; undefined takes a field away. */
export type NodeChanges = {
  [Field in keyof Omit<FlowNode, 'id' | 'kind'>]?: FlowNode[Field] | undefined;
};

/** Everything that people do to a drawing. `at` is a place in the list, for giving back what was taken away. */
export type EditCommand =
  | { do: 'addNode'; node: FlowNode; at?: number }
  /** With the lines at it; `alone` leaves them, as they were before the node came. */
  | { do: 'removeNode'; id: string; alone?: boolean }
  | { do: 'changeNode'; id: string; changes: NodeChanges }
  | { do: 'moveNodes'; positions: Record<string, { x: number; y: number }> }
  | { do: 'connect'; edge: FlowEdge; at?: number }
  | { do: 'disconnect'; id: string }
  | { do: 'addNote'; note: FlowNote; at?: number }
  | { do: 'removeNote'; id: string }
  | { do: 'changeNote'; note: FlowNote }
  | { do: 'setVariables'; variables: FlowVariable[] }
  | { do: 'rename'; name: string; description: string | undefined }
  /** All or nothing. */
  | { do: 'batch'; commands: EditCommand[] };

export type Edited =
  | { ok: true; document: FlowDocument; inverse: EditCommand }
  | { ok: false; code: 'not_there' | 'already_there' | 'handle_taken' | 'too_many' };

const refused = (code: Extract<Edited, { ok: false }>['code']): Edited => ({ ok: false, code });

/** The changed document, and what undoes it exactly: order included. The document given is not changed. */
export function applyEdit(document: FlowDocument, command: EditCommand): Edited {
  const { nodes, edges, notes } = document;
  switch (command.do) {
    case 'addNode':
      if (command.at === undefined && nodes.some(({ id }) => id === command.node.id))
        return refused('already_there');
      if (nodes.length >= FLOW_LIMITS.nodes * 2) return refused('too_many');
      return done(
        { ...document, nodes: inserted(nodes, command.node, command.at) },
        { do: 'removeNode', id: command.node.id, alone: true },
      );

    case 'removeNode':
      return removeNode(document, command.id, command.alone === true);

    case 'changeNode':
      return changeNode(document, command.id, command.changes);

    case 'moveNodes': {
      const known = nodes.filter(({ id }) => Object.hasOwn(command.positions, id));
      if (known.length < Object.keys(command.positions).length) return refused('not_there');
      const before = Object.fromEntries(known.map(({ id, position }) => [id, position]));
      const moved = nodes.map((node) => {
        const position = Object.hasOwn(command.positions, node.id) ? command.positions[node.id] : undefined;
        return position ? { ...node, position } : node;
      });
      return done({ ...document, nodes: moved }, { do: 'moveNodes', positions: before });
    }

    case 'connect':
      return connect(document, command.edge, command.at);

    case 'disconnect': {
      const at = edges.findIndex(({ id }) => id === command.id);
      const edge = edges[at];
      if (!edge) return refused('not_there');
      return done({ ...document, edges: edges.toSpliced(at, 1) }, { do: 'connect', edge, at });
    }

    case 'addNote':
      if (command.at === undefined && notes.some(({ id }) => id === command.note.id))
        return refused('already_there');
      if (notes.length >= FLOW_LIMITS.notes) return refused('too_many');
      return done(
        { ...document, notes: inserted(notes, command.note, command.at) },
        { do: 'removeNote', id: command.note.id },
      );

    case 'removeNote': {
      const at = notes.findIndex(({ id }) => id === command.id);
      const note = notes[at];
      if (!note) return refused('not_there');
      return done({ ...document, notes: notes.toSpliced(at, 1) }, { do: 'addNote', note, at });
    }

    case 'changeNote': {
      const before = notes.find(({ id }) => id === command.note.id);
      if (!before) return refused('not_there');
      return done(
        { ...document, notes: notes.map((each) => (each === before ? command.note : each)) },
        { do: 'changeNote', note: before },
      );
    }

    case 'setVariables':
      if (command.variables.length > FLOW_LIMITS.variables) return refused('too_many');
      return done(
        { ...document, variables: command.variables },
        { do: 'setVariables', variables: document.variables },
      );

    case 'rename': {
      const { description: before, ...rest } = document;
      const { name, description } = command;
      return done(
        { ...rest, name, ...(description !== undefined && { description }) },
        { do: 'rename', name: document.name, description: before },
      );
    }

    case 'batch':
      return applyBatch(document, command.commands);
  }
}

function done(document: FlowDocument, inverse: EditCommand): Edited {
  return { ok: true, document, inverse };
}

function inserted<T>(list: readonly T[], one: T, at = list.length): T[] {
  return list.toSpliced(at, 0, one);
}

function removeNode(document: FlowDocument, id: string, alone: boolean): Edited {
  const at = document.nodes.findIndex((node) => node.id === id);
  const node = document.nodes[at];
  if (!node) return refused('not_there');
  if (alone) {
    return done({ ...document, nodes: document.nodes.toSpliced(at, 1) }, { do: 'addNode', node, at });
  }
  const touching = document.edges.flatMap((edge, place) =>
    edge.from === id || edge.to === id ? [{ edge, place }] : [],
  );
  return done(
    {
      ...document,
      nodes: document.nodes.toSpliced(at, 1),
      edges: document.edges.filter(({ from, to }) => from !== id && to !== id),
    },
    {
      do: 'batch',
      // Lines come back in order, so that each finds its place.
      commands: [
        { do: 'addNode', node, at },
        ...touching.map(({ edge, place }): EditCommand => ({ do: 'connect', edge, at: place })),
      ],
    },
  );
}

function connect(document: FlowDocument, edge: FlowEdge, at: number | undefined): Edited {
  const { nodes, edges } = document;
  // With its place it only comes back, to a draft that was as odd before.
  if (at === undefined) {
    if (edges.some(({ id }) => id === edge.id)) return refused('already_there');
    if (edges.some(({ from, handle }) => from === edge.from && handle === edge.handle)) {
      return refused('handle_taken');
    }
    if (![edge.from, edge.to].every((end) => nodes.some(({ id }) => id === end))) return refused('not_there');
  }
  if (edges.length >= FLOW_LIMITS.edges) return refused('too_many');
  return done({ ...document, edges: inserted(edges, edge, at) }, { do: 'disconnect', id: edge.id });
}

function changeNode(document: FlowDocument, id: string, changes: NodeChanges): Edited {
  const node = document.nodes.find((each) => each.id === id);
  if (!node) return refused('not_there');
  const before = Object.fromEntries(
    Object.keys(changes).map((field) => [field, node[field as keyof FlowNode]]),
  ) as NodeChanges;
  const merged: Record<string, unknown> = { ...node, ...changes };
  const changed = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as unknown as FlowNode;
  return done(
    { ...document, nodes: document.nodes.map((each) => (each === node ? changed : each)) },
    { do: 'changeNode', id, changes: before },
  );
}

function applyBatch(document: FlowDocument, commands: readonly EditCommand[]): Edited {
  const inverses: EditCommand[] = [];
  let current = document;
  for (const command of commands) {
    const edited = applyEdit(current, command);
    if (!edited.ok) return edited;
    current = edited.document;
    inverses.unshift(edited.inverse);
  }
  return done(current, { do: 'batch', commands: inverses });
}
