import { type FlowDocument, type FlowNode, emptyFlow } from '../../../../../domain/flow/document';

export function aNode(id: string, kind: string, settings: Record<string, unknown> = {}): FlowNode {
  return { id, kind, typeVersion: 1, position: { x: 0, y: 0 }, title: id, settings };
}

/** Nodes in a row, each by its handle `out` unless told. */
export function aFlow(nodes: FlowNode[], edges: [string, string, string][] = []): FlowDocument {
  return {
    ...emptyFlow('Teste'),
    nodes,
    edges: edges.map(([from, handle, to], index) => ({ id: `w${index}`, from, handle, to })),
  };
}
