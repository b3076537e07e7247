import { normalizePhone } from '../../domain/contact/phone';
import { statusToSet } from '../../domain/chatwoot/status';
import { CHATWOOT_WORDS } from '../../domain/chatwoot/words';
import { ErrorCode, ProviderRejectedError, ProviderUnavailableError } from '../../domain/errors';
import type { Deps } from '../deps';
import { type OpenLink, saveLink } from './open-link';

type EnsureDeps = Pick<Deps, 'db' | 'chatwoot'>;

/** By which a conversation of ours is known there, should we have forgotten its id. */
const ATTRIBUTE = 'prosa_conversation';
/** Characters that Chatwoot takes in no inbox's name. */
const NOT_IN_NAMES = /[/\\<>@"]/g;
/** Enough of a phone to find it in every spelling: with or without country, area and ninth digit. */
const LAST_DIGITS = 8;
/** Somebody else is making the inbox; a maker that died is not waited for longer (ms). */
const ASK_AGAIN_MS = 2_000;
const MAKER_MAY_TAKE_MS = 60_000;

/** Makes what is missing at Chatwoot, each once: inbox, contact, conversation. @returns the conversation's id there */
export async function ensureConversation(deps: EnsureDeps, open: OpenLink): Promise<number> {
  const { link, access, conversation } = open;
  if (link.displayId !== null) return link.displayId;
  const inboxId = await ensureInbox(deps, open);
  const contactId = link.contactId ?? (await ensureContact(deps, open));
  if (link.contactId === null) await saveLink(deps, open, { contactId });
  const known = (await deps.chatwoot.conversationsOf(access, contactId)).find(
    (one) => one.inboxId === inboxId && one.customAttributes[ATTRIBUTE] === conversation.id,
  );
  if (known !== undefined) {
    const { id: displayId, status, assigneeId, lastMessageId } = known;
    await saveLink(deps, open, { displayId, status, assigneeId, heardId: BigInt(lastMessageId ?? 0) });
    return displayId;
  }
  const status = statusToSet(open.ours, 'pending') ?? 'pending';
  const displayId = await deps.chatwoot.createConversation(access, {
    contactId,
    inboxId,
    status,
    customAttributes: { [ATTRIBUTE]: conversation.id },
  });
  await saveLink(deps, open, { displayId, status });
  return displayId;
}

async function ensureContact(
  { chatwoot }: EnsureDeps,
  { access, conversation, locale }: OpenLink,
): Promise<number> {
  const { contact } = conversation;
  const phone = contact.identities.find(({ kind }) => kind === 'phone')?.value ?? null;
  const known = async () => {
    const found = await chatwoot.searchContacts(access, phone?.slice(-LAST_DIGITS) ?? contact.id);
    return (
      found.find(({ identifier }) => identifier === contact.id) ??
      found.find(({ phone_number: theirs }) => phone !== null && normalizePhone(theirs ?? '') === phone)
    )?.id;
  };
  const there = await known();
  if (there !== undefined) return there;
  const name = contact.name ?? (phone === null ? CHATWOOT_WORDS[locale].somebody : `+${phone}`);
  const made = await chatwoot.createContact(access, { name, phone, identifier: contact.id });
  // Taken since we looked: by another conversation of the same person, or by hand.
  const id = made ?? (await known());
  if (id !== undefined) return id;
  throw new ProviderRejectedError(ErrorCode.provider_rejected, 'Chatwoot takes no contact with this phone', {
    details: { contactId: contact.id },
  });
}

/** One inbox for a number, however many of its conversations come at once: whoever writes the row makes it. */
async function ensureInbox(deps: EnsureDeps, { ref, access, conversation }: OpenLink): Promise<number> {
  const { tenantId } = ref;
  const channelId = conversation.channel.id;
  const known = await deps.db.withTenant(tenantId, (tx) =>
    tx.chatwootInbox.findUnique({ where: { channelId } }),
  );
  if (known?.inboxId != null) return known.inboxId;
  const isOurs = await deps.db.withTenant(
    tenantId,
    (tx) => tx.$executeRaw`
      INSERT INTO chatwoot_inboxes (channel_id, tenant_id) VALUES (${channelId}::uuid, ${tenantId}::uuid)
      ON CONFLICT (channel_id) DO UPDATE SET claimed_at = now()
       WHERE chatwoot_inboxes.inbox_id IS NULL
         AND chatwoot_inboxes.claimed_at < now() - make_interval(secs => ${MAKER_MAY_TAKE_MS / 1_000}::int)`,
  );
  if (isOurs === 0) {
    throw new ProviderUnavailableError(ErrorCode.provider_unavailable, 'The inbox is being made', {
      retryAfterMs: ASK_AGAIN_MS,
    });
  }
  try {
    const inboxId = await findOrMakeInbox(deps, { ref, access, conversation });
    await deps.db.withTenant(tenantId, (tx) =>
      tx.chatwootInbox.updateMany({ where: { channelId }, data: { inboxId } }),
    );
    return inboxId;
  } catch (error) {
    await deps.db.withTenant(tenantId, (tx) =>
      tx.chatwootInbox.deleteMany({ where: { channelId, inboxId: null } }),
    );
    throw error;
  }
}

async function findOrMakeInbox(
  deps: EnsureDeps,
  { ref, access, conversation }: Pick<OpenLink, 'ref' | 'access' | 'conversation'>,
): Promise<number> {
  const name = `${conversation.channel.name.replace(NOT_IN_NAMES, ' ').trim()} (Prosa)`;
  const { tenantId } = ref;
  const taken = await deps.db.withTenant(tenantId, (tx) =>
    tx.chatwootInbox.findMany({ where: { tenantId } }),
  );
  const free = (await deps.chatwoot.listInboxes(access)).find(
    (inbox) =>
      inbox.name === name &&
      inbox.channel_type === 'Channel::Api' &&
      !taken.some(({ inboxId }) => inboxId === inbox.id),
  );
  return free?.id ?? (await deps.chatwoot.createInbox(access, name));
}
