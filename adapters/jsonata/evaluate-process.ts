import { Worker } from 'node:worker_threads';
import { evaluateJsonata } from '../../domain/flow/expression/jsonata';
import type { EvaluationInput } from './transform';

/** If whoever began it is gone, nobody else ends it (ms). */
const LONGEST_LIFE_MS = 10_000;

// A process of its own for one expression of a tenant's. A thread is not enough: an allocation too large for its heap
// ends the whole process (`[1..10000000]`, `$pad("", 4e8, "x")`: seen with Node.js 20).
const watch = new Worker(`setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${LONGEST_LIFE_MS})`, {
  eval: true,
});
watch.unref();
process.once('message', ({ expression, input }: EvaluationInput) => {
  void evaluateJsonata(expression, input).then((made) => process.send?.(made, () => process.disconnect()));
});
process.once('disconnect', () => process.exit());
