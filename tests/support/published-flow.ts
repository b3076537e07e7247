import { newId } from '../../config/new-id';
import type { FlowDocument } from '../../domain/flow/document';
import type { Prisma } from '../../prisma/generated/client';
import { flowOf } from './flow';
import type { TestTenant } from './test-tenant';

/** A published automation of one trigger, `start`, that ends at once; written as publishing writes it. */
export async function publishTrigger(
  tenant: TestTenant,
  kind: string,
  settings: Prisma.InputJsonObject,
): Promise<{ flowId: string; versionId: string }> {
  return publishDocument(tenant, flowOf({ start: [kind, settings], fim: ['end'] }, ['start.out > fim']));
}

export async function publishDocument(
  tenant: TestTenant,
  drawing: FlowDocument,
): Promise<{ flowId: string; versionId: string }> {
  const { tenantId } = tenant.ctx;
  const [flowId, versionId] = [newId(), newId()];
  const document = JSON.parse(JSON.stringify(drawing)) as Prisma.InputJsonObject;
  await tenant.options.deps.db.withTenant(tenantId, async (tx) => {
    await tx.flow.create({
      data: { id: flowId, tenantId, name: flowId, draft: document, status: 'active', published: 1 },
    });
    await tx.flowVersion.create({
      data: { id: versionId, tenantId, flowId, number: 1, document, hash: flowId },
    });
    const [start] = drawing.nodes;
    if (start === undefined) return;
    const { id: nodeId, kind } = start;
    const settings = start.settings as Prisma.InputJsonObject;
    await tx.flowTrigger.create({
      data: { id: newId(), tenantId, flowId, version: 1, nodeId, kind, settings },
    });
  });
  return { flowId, versionId };
}
