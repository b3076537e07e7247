import { ApplicationFailure } from '@temporalio/workflow';
import { EXTENSION } from '../../domain/conversation/timing';
import type { Ledger } from './ledger';
import { NOT_WITH_TEAM, type Order, TOO_FAR_AHEAD, type TransferOrder } from './messages';

/** Sync and without effects, as validators must be: an async one that throws fails the whole task. */
export function requireAuthor(order: Order): void {
  if (typeof order.userId !== 'string' || order.userId === '') {
    throw ApplicationFailure.nonRetryable('An order needs the person who gives it', 'ValidationError');
  }
}

export function requireTransfer(order: TransferOrder): void {
  requireAuthor(order);
  const { transferId, to } = order;
  const named = to.type === 'number' || to.type === 'group' || typeof to.id === 'string';
  if (typeof transferId === 'string' && transferId !== '' && named) return;
  throw ApplicationFailure.nonRetryable('A transfer needs its id and whom it is to', 'ValidationError');
}

/** Only a clock that runs can be given more time, and not for ever. */
export function requireExtensible(ledger: Ledger, order: Order & { byMs: number }): void {
  requireAuthor(order);
  const deadline = ledger.isBehind(order.known) ? order.known.humanDeadline : ledger.facts.humanDeadline;
  if (deadline === null) {
    throw ApplicationFailure.nonRetryable('The AI has the conversation: no clock runs', NOT_WITH_TEAM);
  }
  const now = Date.now();
  if (!(order.byMs > 0) || Math.max(deadline, now) + order.byMs > now + EXTENSION.furthest) {
    throw ApplicationFailure.nonRetryable('The deadline would be too far ahead', TOO_FAR_AHEAD);
  }
}
