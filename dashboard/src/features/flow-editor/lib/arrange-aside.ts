import type { FlowDocument } from '../../../../../domain/flow/document';
import type { LayoutInput, LayoutResult } from './arrange';
import { NODE_WIDTH, drawnPorts, nodeHeight } from './node-geometry';
import { FRAME, sectionsOf, withMembers } from './sections';

/** @param only what is selected; of one thing alone nothing can be arranged, so it means all */
export function layoutInput(document: FlowDocument, only: ReadonlySet<string> = new Set()): LayoutInput {
  const wanted = only.size < 2 ? undefined : withMembers(document, only);
  const nodes = document.nodes.filter(({ id }) => wanted?.has(id) !== false);
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      width: NODE_WIDTH,
      height: nodeHeight(drawnPorts(node, document.edges)),
      ...node.position,
    })),
    edges: document.edges.map(({ from, to }) => ({ from, to })),
    sections: sectionsOf(document).map(({ members }) => members.map(({ id }) => id)),
    frame: FRAME,
  };
}

/** Reckons new places in a worker. Rejects when the worker's file does not come. */
export function arrangeAside(input: LayoutInput): Promise<LayoutResult> {
  const worker = new Worker(new URL('./arrange-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<LayoutResult>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutResult>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('The layout worker did not run')));
    worker.postMessage(input);
  }).finally(() => worker.terminate());
}
