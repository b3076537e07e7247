import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import { workOutWith } from '../../../../../domain/flow/simulate/work-out';
import type { Made } from '../../../../../domain/flow/transform-outcome';

/** As on the server (adapters/jsonata/transform.ts), in ms. */
const TIME_MS = 5_000;

/** Evaluates JSONata in a worker. What a person wrote never fails the promise. */
function evaluateAside(expression: string, input: FlowObject): Promise<Made> {
  const worker = new Worker(new URL('./evaluate-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Made>((resolve) => {
    const refuse = (type: string) => resolve({ ok: false, error: { type, message: '' } });
    setTimeout(() => refuse('timeout'), TIME_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<Made>) => resolve(data));
    worker.addEventListener('error', () => refuse('invalid_expression'));
    worker.postMessage({ expression, input });
  }).finally(() => worker.terminate());
}

/** Works out what a try does for real. */
export const workOut = workOutWith(evaluateAside);
