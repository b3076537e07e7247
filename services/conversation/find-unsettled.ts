import type { Deps } from '../deps';

/** What an earlier attempt of a turn has stored and nobody has settled, in order. */
export async function findUnsettled(
  deps: Pick<Deps, 'db'>,
  turn: { tenantId: string; turnId: string },
): Promise<{ id: string; body: string }[]> {
  const { tenantId, turnId } = turn;
  return deps.db.withTenant(tenantId, (tx) =>
    tx.outboxBalloon.findMany({
      where: { tenantId, turnId, kind: 'answer', status: { in: ['pending', 'sending', 'uncertain'] } },
      orderBy: { position: 'asc' },
      select: { id: true, body: true },
    }),
  );
}
