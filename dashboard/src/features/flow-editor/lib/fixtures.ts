import { type FlowDocument, type FlowNode, emptyFlow } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';

/** For tests: a block as the palette makes it. */
export function blankNode(id: string, kind: string, x = 0, y = 0): FlowNode {
  const definition = NODE_KINDS.get(kind);
  if (!definition) throw new Error(`no kind ${kind}`);
  return {
    id,
    kind,
    typeVersion: definition.version,
    position: { x, y },
    title: id,
    settings: { ...definition.initial },
  };
}

/** For tests: blocks of kind by id, and wires as `from handle to`. */
export function flowOf(kinds: Record<string, string>, wires: string[] = []): FlowDocument {
  return {
    ...emptyFlow('Fluxo'),
    nodes: Object.entries(kinds).map(([id, kind], index) => blankNode(id, kind, index * 320)),
    edges: wires.map((wire) => {
      const [from = '', handle = '', to = ''] = wire.split(' ');
      return { id: `${from}.${handle}`, from, handle, to };
    }),
  };
}
