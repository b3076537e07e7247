import type { FlowDocument } from '../../../../../domain/flow/document';
import type { LayoutInput, LayoutResult } from './arrange';
import { NODE_WIDTH, drawnPorts, nodeHeight } from './node-geometry';

export function layoutInput(document: FlowDocument, only?: ReadonlySet<string>): LayoutInput {
  const nodes = document.nodes.filter(({ id }) => only === undefined || only.size < 2 || only.has(id));
  return {
    nodes: nodes.map((node) => ({
      id: node.id,
      width: NODE_WIDTH,
      height: nodeHeight(drawnPorts(node, document.edges)),
      ...node.position,
    })),
    edges: document.edges.map(({ from, to }) => ({ from, to })),
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
