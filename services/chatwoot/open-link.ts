import type { Transaction } from '../../adapters/postgres/database';
import type { ChatwootAccess } from '../../adapters/chatwoot/http';
import { type Locale, localeOf } from '../../domain/locale';
import { ConversationState } from '../../domain/conversation/state';
import type {
  ChatwootConnection,
  ChatwootConversation,
  Contact,
  ContactIdentity,
  Conversation,
} from '../../prisma/generated/client';
import type { Deps } from '../deps';
import type { ConversationRef } from '../workflow-gateway';
import { openChatwoot } from './connection';

/** A conversation and where it stands at Chatwoot, as one step of its synchronisation finds them. */
export interface OpenLink {
  ref: ConversationRef;
  connection: ChatwootConnection;
  access: ChatwootAccess;
  conversation: Conversation & {
    contact: Contact & { identities: ContactIdentity[] };
    channel: { id: string; name: string };
  };
  ours: { state: ConversationState; resolved: boolean };
  link: ChatwootConversation;
  locale: Locale;
}

/** @returns undefined when the tenant has no Chatwoot that takes us, or there is no such conversation */
export async function openLink(
  deps: Pick<Deps, 'db' | 'secrets'>,
  ref: ConversationRef,
): Promise<OpenLink | undefined> {
  const { tenantId, conversationId } = ref;
  const found = await deps.db.withTenant(tenantId, async (tx) => {
    const connection = await tx.chatwootConnection.findUnique({ where: { tenantId } });
    if (connection?.status !== 'active') return undefined;
    const conversation = await tx.conversation.findFirst({ where: { tenantId, id: conversationId } });
    if (conversation === null) return undefined;
    // One after the other: parts of a relation would be asked for at once, on one connection.
    const { contactId, channelId } = conversation;
    const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
    const identities = await tx.contactIdentity.findMany({ where: { tenantId, contactId } });
    const channel = await tx.channel.findUniqueOrThrow({ where: { id: channelId } });
    const { locale } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
    const link =
      (await tx.chatwootConversation.findUnique({ where: { conversationId } })) ??
      (await tx.chatwootConversation.create({
        data: { tenantId, conversationId, syncedSeq: await saidBefore(tx, ref, connection.connectedAt) },
      }));
    return {
      connection,
      conversation: { ...conversation, contact: { ...contact, identities }, channel },
      link,
      locale,
    };
  });
  if (found === undefined) return undefined;
  const { connection, conversation, link, locale } = found;
  return {
    ref,
    connection,
    access: openChatwoot(deps, connection),
    conversation,
    ours: oursOf(conversation),
    link,
    locale: localeOf(locale),
  };
}

/** The last line of the timeline that is older than the connection: it is not copied. */
async function saidBefore(
  tx: Transaction,
  { tenantId, conversationId }: ConversationRef,
  at: Date,
): Promise<bigint> {
  const before = await tx.message.aggregate({
    where: { tenantId, conversationId, createdAt: { lt: at } },
    _max: { seq: true },
  });
  return before._max.seq ?? 0n;
}

/** Writes down how it stands there, in the row and in `open`, which the steps after it read. */
export async function saveLink(
  deps: Pick<Deps, 'db'>,
  open: OpenLink,
  change: Partial<Omit<ChatwootConversation, 'conversationId' | 'tenantId'>>,
): Promise<void> {
  const { tenantId, conversationId } = open.ref;
  // None when it was disconnected meanwhile.
  await deps.db.withTenant(tenantId, (tx) =>
    tx.chatwootConversation.updateMany({ where: { tenantId, conversationId }, data: change }),
  );
  Object.assign(open.link, change);
}

/** Looks at our own row again, after something changed it. */
export async function readOurs(deps: Pick<Deps, 'db'>, open: OpenLink): Promise<void> {
  const { tenantId, conversationId } = open.ref;
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.conversation.findFirst({
      where: { tenantId, id: conversationId },
      select: { state: true, resolvedAt: true },
    }),
  );
  if (row !== null) open.ours = oursOf(row);
}

function oursOf({ state, resolvedAt }: Pick<Conversation, 'state' | 'resolvedAt'>): OpenLink['ours'] {
  return { state: stateOf(state), resolved: resolvedAt !== null };
}

function stateOf(state: string): ConversationState {
  return Object.values(ConversationState).find((one) => one === state) ?? ConversationState.AGUARDANDO_HUMANO;
}
