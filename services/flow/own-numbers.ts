import type { Transaction } from '../../adapters/postgres/database';
import type { FlowDocument, FlowNode } from '../../domain/flow/document';
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
  const ids = await deps.db.withTenant(tenantId, (tx) => ownNumbers(tx, tenantId));
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

/** A draft in which a message trigger says nothing of numbers: it begins on all. An empty list is still to be chosen from. */
export async function withOwnNumbers(
  tx: Transaction,
  tenantId: string,
  document: FlowDocument,
): Promise<FlowDocument> {
  const silent = (node: FlowNode) => node.kind === 'message_received' && !('channels' in node.settings);
  if (!document.nodes.some(silent)) return document;
  const channels = await ownNumbers(tx, tenantId);
  const nodes = document.nodes.map((node) =>
    silent(node) ? { ...node, settings: { ...node.settings, channels } } : node,
  );
  return { ...document, nodes };
}

async function ownNumbers(tx: Transaction, tenantId: string): Promise<string[]> {
  const channels = await tx.channel.findMany({
    where: { tenantId, removedAt: null },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: MOST_CHANNELS,
  });
  return channels.map(({ id }) => id);
}
