import type { Transaction } from '../../adapters/postgres/database';
import { NotFoundError } from '../../domain/errors';
import { completeFlow } from '../../domain/flow/complete';
import { type FlowDocument, emptyFlow } from '../../domain/flow/document';
import { loadFlow } from '../../domain/flow/load';
import type { Flow, FlowVersion, Prisma } from '../../prisma/generated/client';

/** draft: never published, or taken back; paused: begins no runs. */
export const FLOW_STATUSES = ['draft', 'active', 'paused'] as const;
export type FlowStatus = (typeof FLOW_STATUSES)[number];

export const RUN_STATUSES = ['queued', 'running', 'waiting', 'ended', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** Of runs that are not over. */
export const OPEN_RUNS: RunStatus[] = ['queued', 'running', 'waiting'];

/** @throws NotFoundError for a flow that is not this tenant's */
export async function demandFlow(tx: Transaction, tenantId: string, id: string): Promise<Flow> {
  const flow = await tx.flow.findFirst({ where: { tenantId, id } });
  if (flow === null) throw new NotFoundError('Automation');
  return flow;
}

/** As demandFlow, and nobody else changes it until the transaction ends. */
export async function lockFlowRow(tx: Transaction, tenantId: string, id: string): Promise<Flow> {
  await tx.$queryRaw`SELECT id FROM flows WHERE tenant_id = ${tenantId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return demandFlow(tx, tenantId, id);
}

/** @throws NotFoundError */
export async function demandVersion(
  tx: Transaction,
  flow: Pick<Flow, 'id' | 'tenantId'>,
  number: number,
): Promise<FlowVersion> {
  const version = await tx.flowVersion.findFirst({
    where: { tenantId: flow.tenantId, flowId: flow.id, number },
  });
  if (version === null) throw new NotFoundError('Version');
  return version;
}

/** What was stored, lifted to today's format. */
export function documentOf(stored: Prisma.JsonValue, name: string): FlowDocument {
  const loaded = loadFlow(completeFlow(stored, name));
  return loaded.ok ? loaded.document : emptyFlow(name);
}

/** A document for a JSON column. */
export function asJson(document: FlowDocument): Prisma.InputJsonObject {
  return document as unknown as Prisma.InputJsonObject;
}
