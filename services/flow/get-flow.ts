import type { Finding } from '../../domain/flow/finding';
import type { FlowDocument } from '../../domain/flow/document';
import type { Flow } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { findingsOf } from './check-context';
import { type EditLock, lockOf } from './edit-lock';
import { demandFlow, documentOf } from './flow-row';

export interface FlowView {
  flow: Flow;
  document: FlowDocument;
  findings: Finding[];
  lock: EditLock | null;
  /** Where other systems call in, by node; only for who may edit. */
  webhooks: { nodeId: string; url: string }[];
}

/** @throws NotFoundError for a flow that is not this tenant's */
export async function getFlow(
  deps: Pick<Deps, 'db' | 'secrets' | 'env'>,
  ctx: TenantContext,
  id: string,
): Promise<FlowView> {
  const { tenantId } = ctx;
  return deps.db.withTenant(tenantId, async (tx) => {
    const flow = await demandFlow(tx, tenantId, id);
    const document = documentOf(flow.draft, flow.name);
    const findings = await findingsOf(tx, tenantId, id, document, deps.env);
    const webhooks =
      ctx.role === 'ORG_AGENT' ? [] : await tx.flowWebhook.findMany({ where: { tenantId, flowId: id } });
    return {
      flow,
      document,
      findings,
      lock: await lockOf(tx, flow),
      webhooks: webhooks.map(({ nodeId, token }) => ({
        nodeId,
        url: webhookUrl(
          deps.env.publicUrl,
          deps.secrets.open({ tenantId, column: 'flow_webhooks.token' }, token),
        ),
      })),
    };
  });
}

function webhookUrl(base: string, token: string): string {
  return `${base.replace(/\/$/, '')}/webhooks/flows/${token}`;
}
