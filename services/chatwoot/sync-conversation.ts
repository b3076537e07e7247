import { sourceIdOf } from '../../domain/chatwoot/content';
import { CHATWOOT_WORDS } from '../../domain/chatwoot/words';
import {
  AppError,
  ConflictError,
  ErrorCode,
  NotFoundError,
  ProviderUnavailableError,
} from '../../domain/errors';
import type { Deps } from '../deps';
import type { ConversationRef } from '../workflow-gateway';
import { ensureConversation } from './ensure-conversation';
import { hearConversation } from './hear-conversation';
import { noteRefusal } from './note-refusal';
import { openLink, type OpenLink, saveLink } from './open-link';
import { postConversation } from './post-conversation';

type SyncDeps = Pick<Deps, 'db' | 'secrets' | 'chatwoot' | 'mediaStore' | 'workflows' | 'live' | 'log'>;

/** After a refusal the sweep comes again, each time later (ms). */
const FIRST_RETRY_MS = 60_000;
const MAX_RETRY_MS = 3_600_000;
const PROBLEM_MAX_CHARACTERS = 300;

/**
 * Makes a conversation here and at Chatwoot the same: first what people did there, then what is new here. One workflow
 * runs this for a conversation, so two never meet; run again at any point, it goes on from what is done.
 *
 * @param input.hear somebody there did something
 * @returns after how long to come again (ms); undefined when both are the same
 * @throws ProviderUnavailableError worth another try
 */
export async function syncConversation(
  deps: SyncDeps,
  { ref, hear }: { ref: ConversationRef; hear: boolean },
): Promise<{ againInMs: number | undefined }> {
  const open = await openLink(deps, ref);
  if (open === undefined) return { againInMs: undefined };
  try {
    const againInMs = await sync(deps, open, hear);
    if (open.link.problem !== null) await saveLink(deps, open, { problem: null, tries: 0, retryAt: null });
    return { againInMs };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { againInMs: await failed(deps, open, error) };
  }
}

async function sync(deps: SyncDeps, open: OpenLink, hear: boolean): Promise<number | undefined> {
  if (open.conversation.mergedIntoId !== null) {
    await closeMerged(deps, open);
    return undefined;
  }
  if (hear) await hearConversation(deps, open);
  const displayId = await ensureConversation(deps, open);
  return postConversation(deps, open, displayId);
}

/** Its messages are in another conversation now, which is told there. */
async function closeMerged(deps: SyncDeps, open: OpenLink): Promise<void> {
  const { link, access, locale, conversation } = open;
  if (link.displayId === null || link.status === 'resolved') return;
  await deps.chatwoot.postMessage(access, link.displayId, {
    as: 'note',
    content: CHATWOOT_WORDS[locale].merged,
    sourceId: sourceIdOf(conversation.id, ':merged'),
  });
  await deps.chatwoot.setStatus(access, link.displayId, 'resolved');
  await saveLink(deps, open, { status: 'resolved' });
}

/** What a refusal means for what comes next. @throws what may heal by itself */
async function failed(deps: SyncDeps, open: OpenLink, error: AppError): Promise<number | undefined> {
  if (error instanceof ProviderUnavailableError) throw error;
  if (await noteRefusal(deps, open.ref.tenantId, error)) return undefined;
  // Merged since this step began: the next one sees it.
  if (error instanceof ConflictError && error.code === ErrorCode.conversation_merged) return 0;
  if (error instanceof NotFoundError && open.link.displayId !== null) {
    deps.log.warn({ err: error }, 'a conversation was deleted at Chatwoot; another one is begun');
    await saveLink(deps, open, {
      displayId: null,
      contactId: null,
      heardId: 0n,
      assigneeId: null,
      ...refusal(open, error),
    });
    return undefined;
  }
  deps.log.warn({ err: error, conversationId: open.ref.conversationId }, 'Chatwoot refuses a conversation');
  await saveLink(deps, open, refusal(open, error));
  return undefined;
}

function refusal({ link }: OpenLink, error: AppError) {
  const waitMs = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(link.tries, 10));
  return {
    tries: link.tries + 1,
    problem: error.message.slice(0, PROBLEM_MAX_CHARACTERS),
    retryAt: new Date(Date.now() + waitMs),
  };
}
