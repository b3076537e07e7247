import { fork } from 'node:child_process';
import { FairGate } from '../../config/fair-gate';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Made } from '../../domain/flow/transform-outcome';

export interface TransformLimits {
  /** From the process's start to its answer. */
  timeMs: number;
  memoryMegabytes: number;
  /** Of this process at the same time; what comes beyond waits, tenant by tenant. */
  atOnce: number;
}

export interface EvaluationInput {
  expression: string;
  input: FlowObject;
}

/**
 * Evaluates a JSONata expression over `input`, within limits. What a tenant wrote is an outcome: invalid_expression,
 * timeout, too_much_memory. Rejects when no process can be started, or none was free for a minute.
 *
 * @param tenantId whose turn it takes: one whose expressions run into the limit waits behind itself
 */
export type Transform = (tenantId: string, expression: string, input: FlowObject) => Promise<Made>;

const LIMITS: TransformLimits = { timeMs: 5_000, memoryMegabytes: 64, atOnce: 2 };
const WAIT_MS = 60_000;

/** @param file the bundled evaluate-process.ts */
export function createTransform(file: string, limits: Partial<TransformLimits> = {}): Transform {
  const { timeMs, memoryMegabytes, atOnce } = { ...LIMITS, ...limits };
  const gate = new FairGate({
    places: atOnce,
    each: (contended) => (contended ? Math.max(1, atOnce - 1) : atOnce),
    waitMs: WAIT_MS,
    refuse: () => new Error('No process was free for an expression'),
  });
  return (tenantId, expression, input) => gate.run(tenantId, () => inProcess({ expression, input }));

  async function inProcess(asked: EvaluationInput): Promise<Made> {
    const child = fork(file, {
      env: {},
      execArgv: [`--max-old-space-size=${memoryMegabytes}`, '--max-semi-space-size=8'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Made>((done, failed) => {
        timer = setTimeout(() => done(refused('timeout', `It took longer than ${timeMs / 1_000} s`)), timeMs);
        child.once('message', (made) => done(made as Made));
        child.once('error', failed);
        // V8 aborts when its heap is full.
        child.once('exit', () =>
          done(refused('too_much_memory', `It needs more than ${memoryMegabytes} MB`)),
        );
        child.send(asked, (error) => {
          if (error !== null) failed(error);
        });
      });
    } finally {
      clearTimeout(timer);
      child.kill('SIGKILL');
    }
  }
}

function refused(type: string, message: string): Made {
  return { ok: false, error: { type, message } };
}
