import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import type { Env } from '../../config/env';
import type { CheckContext } from '../../domain/flow/checks/context';
import type { ReferenceType } from '../../domain/flow/define-node';
import type { FlowDocument } from '../../domain/flow/document';
import { type Finding } from '../../domain/flow/finding';
import { checkGraph } from '../../domain/flow/check-flow';
import { MediaStatus } from '../../domain/media/media';
import { type FlowGraph, buildGraph } from '../../domain/flow/graph';

type Load = (tx: Transaction, tenantId: string, asked: string[]) => Promise<{ id: string }[]>;
const select = { id: true } as const;

/** What a flow may refer to. A type that is not here is not looked at: its table comes with a line. */
const LOADERS: Partial<Record<ReferenceType, Load>> = {
  agent: (tx, tenantId) => tx.agent.findMany({ where: { tenantId }, select }),
  knowledge: (tx, tenantId) => tx.document.findMany({ where: { tenantId }, select }),
  team: (tx, tenantId) => tx.team.findMany({ where: { tenantId }, select }),
  user: async (tx, tenantId) =>
    (await tx.membership.findMany({ where: { tenantId }, select: { userId: true } })).map(({ userId }) => ({
      id: userId,
    })),
  flow: (tx, tenantId) => tx.flow.findMany({ where: { tenantId, published: { not: null } }, select }),
  tag: (tx, tenantId) => tx.tag.findMany({ where: { tenantId }, select }),
  form: (tx, tenantId) => tx.form.findMany({ where: { tenantId }, select }),
  credential: (tx, tenantId) => tx.credential.findMany({ where: { tenantId }, select }),
  // Of a customer's files there may be many: no more than is asked for.
  file: async (tx, tenantId, asked) => {
    const where = { tenantId, id: { in: asked.filter((id) => z.uuid().safeParse(id).success) } };
    const stored = tx.media.findMany({ where: { ...where, status: MediaStatus.stored }, select });
    return [...(await tx.companyFile.findMany({ where, select })), ...(await stored)];
  },
  // The company's own hours: every tenant has them.
  calendar: () => Promise.resolve([{ id: 'company' }]),
};

/** What only the tenant's data can say of a drawing; asks for no more than the drawing refers to. */
export async function loadCheckContext(
  tx: Transaction,
  tenantId: string,
  flowId: string | undefined,
  graph: FlowGraph,
  { outboundAllowedHosts: allowedHosts }: Pick<Env, 'outboundAllowedHosts'>,
): Promise<CheckContext> {
  const asked = [...graph.nodes.values()].flatMap(({ facts }) => facts.references);
  const used = new Set(asked.map(({ type }) => type));
  const kinds = new Set([...graph.nodes.values()].map(({ node }) => node.kind));
  const references: Partial<Record<ReferenceType, ReadonlySet<string>>> = {};
  for (const type of used) {
    const ids = asked.flatMap((each) => (each.type === type ? [each.id] : []));
    const rows = await LOADERS[type]?.(tx, tenantId, ids);
    if (rows) references[type] = new Set(rows.map(({ id }) => id));
  }
  const context: CheckContext = { references, allowedHosts, ...(flowId !== undefined && { flowId }) };
  if (used.has('channel')) {
    const channels = await tx.channel.findMany({
      where: { tenantId, removedAt: null },
      select: { id: true, kind: true },
    });
    references.channel = new Set(channels.map(({ id }) => id));
    context.channels = new Map(
      channels.map(({ id, kind }) => [id, kind === 'evolution' ? 'qr' : 'official']),
    );
  }
  if (kinds.has('message_received')) {
    context.otherTriggers = await tx.flowTrigger.findMany({
      where: { tenantId, kind: 'message_received', ...(flowId !== undefined && { NOT: { flowId } }) },
      select: { flowId: true, settings: true },
    });
  }
  return context;
}

/** All that is wrong or odd in a tenant's drawing. */
export async function findingsOf(
  tx: Transaction,
  tenantId: string,
  flowId: string | undefined,
  document: FlowDocument,
  env: Pick<Env, 'outboundAllowedHosts'>,
): Promise<Finding[]> {
  const graph = buildGraph(document);
  return checkGraph(graph, await loadCheckContext(tx, tenantId, flowId, graph, env));
}
