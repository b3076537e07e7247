import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { ruleOfNotice } from '../../domain/conversation/cause';
import { NotFoundError } from '../../domain/errors';
import { isMediaKind } from '../../domain/media/media';
import type { Media, Message } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { decodeCursor, encodeCursor, type Page } from '../page';

export interface TimelineMessage extends Message {
  userName: string | null;
  turn: { confidence: number | null; sources: number } | null;
  cause: MessageCause | null;
  /** What the provider said when it did not leave. */
  problem: string | null;
  /** The file it carries; null where it carries none, or is of before files were kept. */
  media: Media | null;
}

/** Why something was sent to the customer. */
export type MessageCause =
  | { type: 'turn'; turnId: string }
  /** A fixed text of the tenant; `rule` and `setting` are null for one stored before causes were. */
  | { type: 'notice'; notice: string | null; rule: string | null; setting: string | null }
  /** A node of an automation; `name` is null when it is gone. */
  | { type: 'flow'; flowId: string; runId: string; nodeId: string; name: string | null }
  | { type: 'person'; via: 'dashboard' | 'phone' | 'chatwoot'; by: string | null };

const cursorSchema = z.tuple([z.number().int()]);

/**
 * A page of a conversation's timeline, oldest first; the first page is the newest, `nextCursor` leads to older ones.
 *
 * @throws NotFoundError for a conversation that is not this tenant's
 */
export async function listMessages(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  input: { conversationId: string; limit: number; cursor: string | undefined },
): Promise<Page<TimelineMessage>> {
  const before = decodeCursor(cursorSchema, input.cursor);
  const { tenantId } = ctx;
  const { conversationId } = input;
  return deps.db.withTenant(tenantId, async (tx) => {
    if ((await tx.conversation.count({ where: { tenantId, id: conversationId } })) === 0) {
      throw new NotFoundError('Conversation');
    }
    const rows = await tx.message.findMany({
      where: {
        tenantId,
        conversationId,
        ...(before === undefined ? {} : { seq: { lt: BigInt(before[0]) } }),
      },
      orderBy: { seq: 'desc' },
      take: input.limit + 1,
    });
    const page = rows.slice(0, input.limit).reverse();
    const turns = await tx.turn.findMany({
      where: { tenantId, id: { in: page.flatMap((message) => message.turnId ?? []) } },
      select: { id: true, confidence: true, trace: true },
    });
    const withFile = page.flatMap(({ id, kind }) => (isMediaKind(kind) ? [id] : []));
    const files =
      withFile.length === 0 ? [] : await tx.media.findMany({ where: { tenantId, id: { in: withFile } } });
    const users = await tx.user.findMany({
      where: { id: { in: page.flatMap((message) => message.userId ?? []) } },
      select: { id: true, name: true },
    });
    const balloons = await tx.outboxBalloon.findMany({
      where: { tenantId, conversationId, messageId: { in: page.filter(isOurs).map(({ id }) => id) } },
      select: { messageId: true, cause: true, error: true },
    });
    const names = await flowNames(tx, tenantId, balloons);
    const [oldest] = page;
    return {
      items: page.map((message) => {
        const balloon = balloons.find(({ messageId }) => messageId === message.id);
        const turn = turns.find(({ id }) => id === message.turnId);
        return {
          ...message,
          userName: users.find(({ id }) => id === message.userId)?.name ?? null,
          cause: causeOf(message, balloon?.cause, names),
          problem: balloon?.error ?? null,
          media: files.find(({ id }) => id === message.id) ?? null,
          turn: turn === undefined ? null : { confidence: turn.confidence, sources: sourcesOf(turn.trace) },
        };
      }),
      nextCursor:
        rows.length > input.limit && oldest !== undefined ? encodeCursor([Number(oldest.seq)]) : null,
    };
  });
}

function isOurs({ author }: Message): boolean {
  return author === 'ai' || author === 'human';
}

const noticeSchema = z.object({ notice: z.string() });

const flowSchema = z.object({
  flow: z.object({ id: z.string(), runId: z.string(), nodeId: z.string() }),
});

/** What the automations are called whose words are on the page: one statement, where there are any. */
async function flowNames(
  tx: Transaction,
  tenantId: string,
  balloons: { cause: unknown }[],
): Promise<Map<string, string>> {
  const ids = balloons.flatMap(({ cause }) => flowSchema.safeParse(cause).data?.flow.id ?? []);
  if (ids.length === 0) return new Map();
  const flows = await tx.flow.findMany({
    where: { tenantId, id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(flows.map(({ id, name }) => [id, name]));
}

function causeOf(message: Message, cause: unknown, flowNamed: Map<string, string>): MessageCause | null {
  if (!isOurs(message)) return null;
  if (message.author === 'human') return { type: 'person', ...whereWritten(message) };
  if (message.turnId !== null) return { type: 'turn', turnId: message.turnId };
  const flow = flowSchema.safeParse(cause).data?.flow;
  if (flow !== undefined) {
    const { id: flowId, runId, nodeId } = flow;
    return { type: 'flow', flowId, runId, nodeId, name: flowNamed.get(flowId) ?? null };
  }
  const notice = noticeSchema.safeParse(cause).data?.notice;
  if (notice === undefined) return { type: 'notice', notice: null, rule: null, setting: null };
  return { type: 'notice', notice, ...ruleOfNotice(notice) };
}

const elsewhereSchema = z.object({ via: z.literal('chatwoot'), by: z.string().nullable() });

function whereWritten({ userId, payload }: Message): {
  via: 'dashboard' | 'phone' | 'chatwoot';
  by: string | null;
} {
  return (
    elsewhereSchema.safeParse(payload).data ?? { via: userId === null ? 'phone' : 'dashboard', by: null }
  );
}

const traceSchema = z.object({ passages: z.array(z.unknown()) });

function sourcesOf(trace: unknown): number {
  return traceSchema.safeParse(trace).data?.passages.length ?? 0;
}
