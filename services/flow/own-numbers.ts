import type { FlowDocument } from '../../domain/flow/document';
import { TO_CHOOSE } from '../../domain/flow/portable';
import type { Deps, TenantContext } from '../deps';

/** As many as a message trigger takes. */
const MOST_CHANNELS = 50;

/** Message triggers of a drawing from elsewhere that name no number begin on all of the tenant's own. */
export async function onOwnNumbers(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  document: FlowDocument,
): Promise<FlowDocument> {
  const channels = await deps.db.withTenant(tenantId, (tx) =>
    tx.channel.findMany({
      where: { tenantId, removedAt: null },
      select: { id: true },
      orderBy: { createdAt: 'asc' },
      take: MOST_CHANNELS,
    }),
  );
  const ids = channels.map(({ id }) => id);
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      const { channels: named } = node.settings;
      const chosen = Array.isArray(named) ? named.filter((each) => each !== TO_CHOOSE) : [];
      const free = node.kind === 'message_received' && chosen.length === 0;
      return free ? { ...node, settings: { ...node.settings, channels: ids } } : node;
    }),
  };
}
