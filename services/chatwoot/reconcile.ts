import { z } from 'zod';
import type { ChatwootConversation as Theirs } from '../../adapters/chatwoot/shapes';
import { AppError } from '../../domain/errors';
import type { ChatwootConnection } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { findConnection, openChatwoot } from './connection';
import { noteRefusal } from './note-refusal';

type ReconcileDeps = Pick<Deps, 'db' | 'secrets' | 'chatwoot' | 'workflows' | 'live' | 'log'>;

/** Chatwoot's own page; an activity is looked at again for so long after it, in case its clock is not ours (ms). */
const PAGE = 25;
const MAX_PAGES = 40;
const OVERLAP_MS = 120_000;
/** Conversations that are behind here, told at once; the next minute tells more. */
const AT_MOST = 200;
const LOOK_BACK_DAYS = 7;

/**
 * Finds what no event told: Chatwoot calls once, for five seconds, and what was not taken is gone; and what a process of
 * ours did not live to tell. Each conversation that differs is told so, which asks for the rest itself.
 *
 * @returns how many were told
 */
export async function reconcileChatwoot(deps: ReconcileDeps, tenantId: string): Promise<number> {
  const connection = await findConnection(deps, tenantId);
  if (connection?.status !== 'active') return 0;
  const begunAt = new Date();
  const heard = await unheard(deps, connection);
  for (const conversationId of heard) {
    await deps.workflows.chatwootChanged({ tenantId, conversationId }, { hear: true });
  }
  const behind = await unsaid(deps, connection);
  for (const conversationId of behind) {
    await deps.workflows.chatwootChanged({ tenantId, conversationId }, { hear: false });
  }
  await deps.db.withTenant(tenantId, (tx) =>
    tx.chatwootConnection.updateMany({ where: { tenantId }, data: { checkedAt: begunAt } }),
  );
  return heard.length + behind.length;
}

async function unheard(deps: ReconcileDeps, connection: ChatwootConnection): Promise<string[]> {
  const since = (connection.checkedAt ?? connection.connectedAt).getTime() - OVERLAP_MS;
  const changed: string[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const theirs = await listPage(deps, connection, page);
    changed.push(...(await changedOf(deps, connection, theirs)));
    const oldest = theirs.at(-1)?.lastActivityAt ?? 0;
    if (theirs.length < PAGE || oldest * 1_000 < since) break;
  }
  return changed;
}

async function listPage(
  deps: ReconcileDeps,
  connection: ChatwootConnection,
  page: number,
): Promise<Theirs[]> {
  try {
    return await deps.chatwoot.listConversations(openChatwoot(deps, connection), page);
  } catch (error) {
    if (error instanceof AppError) await noteRefusal(deps, connection.tenantId, error);
    throw error;
  }
}

async function changedOf(
  deps: ReconcileDeps,
  { tenantId, chatwootUserId }: ChatwootConnection,
  theirs: Theirs[],
): Promise<string[]> {
  const links = await deps.db.withTenant(tenantId, (tx) =>
    tx.chatwootConversation.findMany({ where: { tenantId, displayId: { in: theirs.map(({ id }) => id) } } }),
  );
  return links.flatMap((link) => {
    const there = theirs.find(({ id }) => id === link.displayId);
    if (there === undefined) return [];
    const assigneeId = there.assigneeId === chatwootUserId ? null : there.assigneeId;
    const differs =
      there.status !== link.status ||
      assigneeId !== link.assigneeId ||
      (there.lastMessageId ?? 0) > Number(link.heardId);
    return differs ? [link.conversationId] : [];
  });
}

async function unsaid(deps: ReconcileDeps, { tenantId, connectedAt }: ChatwootConnection): Promise<string[]> {
  const rows = await deps.db.withTenant(
    tenantId,
    (tx) => tx.$queryRaw`
      SELECT c.id FROM conversations c LEFT JOIN chatwoot_conversations l ON l.conversation_id = c.id
       WHERE c.tenant_id = ${tenantId}::uuid AND c.merged_into_id IS NULL
         AND c.last_message_at > greatest(${connectedAt}::timestamptz, now() - make_interval(days => ${LOOK_BACK_DAYS}::int))
         AND (l.conversation_id IS NULL OR c.seq > l.synced_seq)
         AND (l.retry_at IS NULL OR l.retry_at < now())
       ORDER BY c.last_message_at LIMIT ${AT_MOST}`,
  );
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}

/** Has every tenant's Chatwoot looked through, each by a workflow of its own. @returns how many */
export async function sweepChatwoot(deps: Pick<Deps, 'db' | 'workflows'>): Promise<number> {
  const tenants = await deps.db.withSystem((tx) =>
    tx.chatwootConnection.findMany({ where: { status: 'active' }, select: { tenantId: true } }),
  );
  for (const { tenantId } of tenants) await deps.workflows.reconcileChatwoot(tenantId);
  return tenants.length;
}
