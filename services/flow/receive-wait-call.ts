import { ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import { shapeProblem } from '../../domain/flow/json-shape';
import { type FlowValue, isFlowObject } from '../../domain/flow/runtime/value';
import { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { hashToken, received } from './external-waits';

/** The address works once, and was used, or nobody waits there any more. HTTP 410. */
export class AddressUsedError extends NotFoundError {
  override readonly code = ErrorCode.address_used;
}

/**
 * Another system calls an address that a run gave away. Durable when it returns: the body stands, and the run is told, or
 * will be when it gets there. An engine that is away leaves the body, and the sweep tells it.
 *
 * @throws NotFoundError for an address nobody gave away
 * @throws AddressUsedError for a second call, and when the run waits no more
 * @throws ValidationError when the body is not what the node asks for
 */
export async function receiveWaitCall(
  deps: Pick<Deps, 'db' | 'workflows' | 'log'>,
  token: string,
  body: FlowValue,
): Promise<void> {
  const tokenHash = hashToken(token);
  const row = await deps.db.withSystem((tx) => tx.flowWait.findUnique({ where: { tokenHash } }));
  if (row === null) throw new NotFoundError('Address');
  if (row.calledAt !== null || row.closedAt !== null) throw new AddressUsedError('Address');
  const problem = isFlowObject(row.bodySchema) ? shapeProblem(row.bodySchema, body) : undefined;
  if (problem !== undefined) {
    throw new ValidationError(ErrorCode.validation_failed, 'The body is not what the node asks for', {
      details: { fields: [problem] },
    });
  }
  const { tenantId, runId } = row;
  const taken = await deps.db.withTenant(tenantId, async (tx) => {
    const { count } = await tx.flowWait.updateMany({
      where: { tenantId, id: row.id, tokenHash, calledAt: null, closedAt: null },
      data: { calledAt: new Date(), body: body ?? Prisma.JsonNull },
    });
    // The effect may have come meanwhile: the run looks for the body under the same lock.
    return count === 0 ? null : tx.flowWait.findUniqueOrThrow({ where: { id: row.id } });
  });
  if (taken === null) throw new AddressUsedError('Address');
  if (taken.effect === null) return;
  try {
    await deps.workflows.flowOutcome({ tenantId, runId }, { effect: taken.effect, outcome: received(body) });
  } catch (error) {
    deps.log.warn({ err: error, runId }, 'a run could not be told of a call; the sweep will');
  }
}

/** Younger than this, the process that took the call may still be about to tell the run (ms). */
const GRACE_MS = 15_000;
const AT_MOST = 500;

/** Tells runs of calls that they have not heard of. Harmless to repeat. @returns how many */
export async function sweepWaitCalls(deps: Pick<Deps, 'db' | 'workflows'>): Promise<number> {
  const open = await deps.db.withSystem((tx) =>
    tx.flowWait.findMany({
      where: {
        calledAt: { lt: new Date(Date.now() - GRACE_MS) },
        closedAt: null,
        effect: { not: null },
      },
      orderBy: { calledAt: 'asc' },
      take: AT_MOST,
    }),
  );
  for (const { tenantId, runId, effect, body } of open) {
    if (effect === null) continue;
    await deps.workflows.flowOutcome({ tenantId, runId }, { effect, outcome: received(body) });
  }
  return open.length;
}
