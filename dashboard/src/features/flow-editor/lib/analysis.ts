import { checkGraph } from '../../../../../domain/flow/check-flow';
import type { CheckContext } from '../../../../../domain/flow/checks/context';
import type { FlowDocument } from '../../../../../domain/flow/document';
import type { Finding } from '../../../../../domain/flow/finding';
import { type FlowGraph, buildGraph } from '../../../../../domain/flow/graph';
import { filledNode } from './draft-facts';

export interface Analysis {
  graph: FlowGraph;
  /** The same as if every block were filled in: what can be named where. */
  whole: FlowGraph;
  /** Worst first. */
  findings: readonly Finding[];
  ofNode: ReadonlyMap<string, readonly Finding[]>;
}

let last: { document: FlowDocument; context: CheckContext; analysis: Analysis } | undefined;

/** All that can be said of a document. Asked for by many at once: the latest answer is kept. */
export function analyse(document: FlowDocument, context: CheckContext): Analysis {
  if (last?.document === document && last.context === context) return last.analysis;
  const graph = buildGraph(document);
  const findings = checkGraph(graph, context);
  const ofNode = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.nodeId === undefined) continue;
    ofNode.set(finding.nodeId, [...(ofNode.get(finding.nodeId) ?? []), finding]);
  }
  const whole = wholeGraph(document);
  const analysis = { graph, whole, findings, ofNode };
  last = { document, context, analysis };
  return analysis;
}

export function wholeGraph(document: FlowDocument): FlowGraph {
  return buildGraph({ ...document, nodes: document.nodes.map(filledNode) });
}
