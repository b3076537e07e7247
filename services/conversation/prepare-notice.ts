import { newId } from '../../config/new-id';
import { NoticeKind } from '../../domain/conversation/state';
import { type NoticeCause, TRANSFER_WORDS } from '../../domain/conversation/cause';
import type { Deps } from '../deps';

export interface NoticeToPrepare {
  tenantId: string;
  conversationId: string;
  /** The same key again finds the same balloon. */
  dedupeKey: string;
  text: string;
  /** Which text it is, for whoever asks why it was sent. */
  notice: string;
  /** Under another fence it is dropped when it is claimed. */
  fence: number;
}

/** A group hears what belongs to an answer, and nothing by the clock. */
const SAID_IN_GROUPS = new Set<string>([NoticeKind.fallback, 'waiting', TRANSFER_WORDS]);

/**
 * Puts one of the tenant's fixed texts into the outbox, once.
 *
 * @returns the balloon to claim; undefined when the tenant left the text empty, or a group is not to hear it
 */
export async function prepareNotice(
  deps: Pick<Deps, 'db'>,
  notice: NoticeToPrepare,
): Promise<string | undefined> {
  const { tenantId, dedupeKey } = notice;
  if (notice.text.trim() === '') return undefined;
  return deps.db.withTenant(tenantId, async (tx) => {
    if (!SAID_IN_GROUPS.has(notice.notice)) {
      const where = { tenantId, id: notice.conversationId, kind: 'group' };
      if ((await tx.conversation.count({ where })) > 0) return undefined;
    }
    // Fixed texts are for customers, not for a colleague whose number a conversation was transferred to.
    const toColleague = { tenantId, internal: true, conversations: { some: { id: notice.conversationId } } };
    if ((await tx.contact.count({ where: toColleague })) > 0) return undefined;
    await tx.outboxBalloon.createMany({
      data: {
        id: newId(),
        tenantId,
        conversationId: notice.conversationId,
        kind: 'notice',
        dedupeKey,
        body: notice.text,
        cause: { notice: notice.notice } satisfies NoticeCause,
        fence: notice.fence,
        messageId: newId(),
      },
      skipDuplicates: true,
    });
    const balloon = await tx.outboxBalloon.findUnique({
      where: { tenantId_dedupeKey: { tenantId, dedupeKey } },
    });
    return balloon?.id;
  });
}
