import { NotFoundError } from '../../domain/errors';
import type { Turn } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';

/** Why something was said. @throws NotFoundError for a turn of another conversation or tenant */
export async function getTurn(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  input: { conversationId: string; turnId: string },
): Promise<Turn> {
  const turn = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.turn.findFirst({
      where: { tenantId: ctx.tenantId, conversationId: input.conversationId, id: input.turnId },
    }),
  );
  if (turn === null) throw new NotFoundError('Turn');
  return turn;
}
