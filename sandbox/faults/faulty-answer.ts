import type { Response } from 'express';
import type { Clock } from '../clock';
import { encodeAnswer, type Answer } from '../http/answer';
import type { Fault } from './fault';

const HTML = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>';

/** What the vendor itself would say for a status, when the fault gives no body. */
export type ErrorBody = (status: number) => unknown;

interface Exchange {
  res: Response;
  clock: Clock;
  errorBody: ErrorBody;
}

/**
 * Applies what happens before the vendor does anything. True: the call is over, with no side effect.
 */
export async function sufferBefore(faults: Fault[], exchange: Exchange): Promise<boolean> {
  for (const fault of faults) {
    if (fault.kind === 'delay') {
      await exchange.clock.sleep(fault.ms);
      continue;
    }
    if (endsCall(fault, exchange)) return true;
  }
  return false;
}

function endsCall(fault: Fault, { res, errorBody }: Exchange): boolean {
  if (fault.kind === 'hang') return true;
  if (fault.kind === 'reset') {
    res.req.socket.resetAndDestroy();
    return true;
  }
  if (fault.kind === 'html200') {
    res.status(200).type('html').send(HTML);
    return true;
  }
  if (fault.kind === 'status') {
    if (fault.retryAfter !== undefined) res.set('retry-after', String(fault.retryAfter));
    res.status(fault.status).json(fault.body ?? errorBody(fault.status));
    return true;
  }
  return false;
}

/** Writes the answer, after the side effect, as the fault lets it through. */
export async function writeAnswer(answer: Answer, faults: Fault[], exchange: Exchange): Promise<void> {
  const { res, clock, errorBody } = exchange;
  const outcome = faults.find((fault) => fault.kind !== 'delay');
  if (outcome?.kind === 'acceptThenTimeout') return;
  if (outcome?.kind === 'delayAnswer') await clock.sleep(outcome.ms);
  if (res.destroyed) return;
  if (outcome?.kind === 'acceptThenStatus') {
    res.status(outcome.status).json(errorBody(outcome.status));
    return;
  }
  const { type, text } = encodeAnswer(answer);
  res.status(answer.status).set(answer.headers ?? {});
  res.set('content-type', type);
  if (outcome?.kind === 'cutBody') {
    cut(res, text);
    return;
  }
  res.end(outcome?.kind === 'malformedJson' ? text.slice(0, Math.ceil(text.length * 0.7)) : text);
}

/** Promises the whole length and closes half-way, as a proxy does when its upstream dies. */
function cut(res: Response, text: string): void {
  const bytes = Buffer.from(text);
  res.set('content-length', String(bytes.length));
  res.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => res.destroy());
}
