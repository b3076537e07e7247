import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import type { Made } from '../../../../../domain/flow/transform-outcome';

/** As on the server (adapters/jsonata/transform.ts), in ms. */
const TIME_MS = 5_000;

/** Evaluates JSONata in a worker. What a person wrote never fails the promise. */
export function evaluateAside(expression: string, input: FlowObject): Promise<Made> {
  const worker = new Worker(new URL('./evaluate-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Made>((resolve) => {
    const refuse = (type: string) => resolve({ ok: false, error: { type, message: '' } });
    setTimeout(() => refuse('timeout'), TIME_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<Made>) => resolve(data));
    worker.addEventListener('error', () => refuse('invalid_expression'));
    worker.postMessage({ expression, input });
  }).finally(() => worker.terminate());
}
