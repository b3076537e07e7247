import * as z from 'zod';
import { currentCorrelation } from '../../config/correlation';
import type { FileToSend } from '../../domain/flow/order-words';
import type { Deps } from '../deps';

const fileSchema = z.object({
  type: z.enum(['image', 'audio', 'video', 'document']),
  url: z.string().optional(),
  fileId: z.string().optional(),
  mimeType: z.string().optional(),
  fileName: z.string().optional(),
}) satisfies z.ZodType<FileToSend>;

const claimSchema = z.object({
  status: z.enum(['claimed', 'waiting', 'uncertain', 'sent', 'failed', 'dropped']),
  /** With `waiting`: until its number may send it (ms). */
  waitMs: z.number(),
  body: z.string(),
  messageId: z.string(),
  conversationId: z.string(),
  /** When an earlier attempt claimed it. */
  claimedAt: z.coerce.date().nullable(),
  address: z.string(),
  /** A file instead of words: the body is its caption. */
  file: fileSchema.optional(),
  channel: z.object({ id: z.string(), instanceName: z.string(), token: z.string() }),
});
export type BalloonClaim = z.infer<typeof claimSchema>;

interface BalloonRef {
  tenantId: string;
  balloonId: string;
}

/**
 * Claims a stored balloon for sending. Under another fence than it was written for, it is dropped; when its number has
 * sent enough for now, it keeps a place and waits for it.
 *
 * @param options.notSent the caller has read back from the provider: an uncertain balloon may be claimed again
 * @returns undefined when there is no such balloon
 */
export async function claimBalloon(
  deps: Pick<Deps, 'db'>,
  ref: BalloonRef,
  options: { notSent: boolean },
): Promise<BalloonClaim | undefined> {
  const result = await deps.db.call('claim_addressed_balloon', [
    ref.tenantId,
    ref.balloonId,
    options.notSent,
    currentCorrelation()?.correlationId ?? null,
  ]);
  return result === null ? undefined : claimSchema.parse(result);
}

export type BalloonOutcome =
  | { status: 'sent'; providerMessageId: string }
  /** It may have left; read back before repeating. */
  | { status: 'uncertain'; problem: string }
  /** It did not leave, and may be tried again. */
  | { status: 'pending'; problem: string }
  /** It will never leave. */
  | { status: 'failed'; problem: string };

export async function settleBalloon(
  deps: Pick<Deps, 'db'>,
  ref: BalloonRef,
  outcome: BalloonOutcome,
): Promise<void> {
  await deps.db.call('settle_balloon', [
    ref.tenantId,
    ref.balloonId,
    outcome.status,
    outcome.status === 'sent' ? outcome.providerMessageId : null,
    outcome.status === 'sent' ? null : outcome.problem.slice(0, 500),
  ]);
}

/** When a balloon was claimed last, by the database's clock. */
export async function claimedAt(deps: Pick<Deps, 'db'>, ref: BalloonRef): Promise<Date> {
  const { tenantId, balloonId: id } = ref;
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.outboxBalloon.findFirst({ where: { tenantId, id }, select: { claimedAt: true } }),
  );
  // Gone with its tenant: whatever is asked for is looked for from the beginning of time.
  return row?.claimedAt ?? new Date(0);
}

/** How long ago a balloon was claimed (ms), by the database's clock alone: a worker's may be hours off. */
export async function timeSinceClaim(deps: Pick<Deps, 'db'>, ref: BalloonRef): Promise<number> {
  const rows = await deps.db.withTenant(
    ref.tenantId,
    (tx) => tx.$queryRaw`
      SELECT floor(extract(epoch FROM clock_timestamp() - claimed_at) * 1000)::float8 AS ms FROM outbox
       WHERE tenant_id = ${ref.tenantId}::uuid AND id = ${ref.balloonId}::uuid`,
  );
  const [row] = z.array(z.object({ ms: z.number().nullable() })).parse(rows);
  return row?.ms ?? Number.POSITIVE_INFINITY;
}
