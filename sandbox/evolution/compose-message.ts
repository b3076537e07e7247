import { randomUUID } from 'node:crypto';
import type { Customer } from '../state/customer';
import type { Instance } from '../state/instance';
import type { MessageStatus, StoredMessage } from '../state/message';
import { jidOf } from './jid';
import type { Content } from './message-content';
import { newMessageId } from './message-id';
import { messageKey } from './message-key';

interface Draft {
  instance: Instance;
  /** The other side; null when the business writes in a group. */
  customer: Customer | null;
  by: StoredMessage['by'];
  content: Content;
  /** Milliseconds. */
  at: number;
  group?: string | undefined;
  quoted?: StoredMessage | undefined;
  id?: string | undefined;
}

type Author = StoredMessage['by'];

const SOURCES: Record<Author, string> = { customer: 'android', owner: 'ios', api: 'web' };
const WIRE_STATUSES: Record<Author, MessageStatus> = {
  customer: 'DELIVERY_ACK',
  owner: 'SERVER_ACK',
  api: 'PENDING',
};

/** Gives a content its key, author and time. Nothing is stored or told yet. */
export function composeMessage(draft: Draft): StoredMessage {
  const { instance, customer, by, content, at, group } = draft;
  const id = draft.id ?? newMessageId();
  return {
    dbId: randomUUID(),
    instance: instance.name,
    chat: group ?? jidOf(customer?.number ?? ''),
    number: customer?.number ?? '',
    by,
    event: by === 'api' ? 'send.message' : 'messages.upsert',
    wire: {
      key: messageKey({
        customer: group !== undefined && by !== 'customer' ? null : customer,
        id,
        fromMe: by !== 'customer',
        group,
      }),
      pushName: pushName(by, customer),
      status: WIRE_STATUSES[by],
      message: withEmbeddedMedia(content, instance),
      contextInfo: contextOf(draft),
      messageType: content.messageType,
      messageTimestamp: Math.floor(at / 1_000),
      instanceId: instance.id,
      source: SOURCES[by],
    },
    status: by === 'api' ? 'PENDING' : 'SERVER_ACK',
    emitted: false,
    editedText: null,
    deleted: false,
    media: content.media,
  };
}

/** Own messages carry the word WhatsApp shows for oneself; taking it for a contact's name is a bug. */
function pushName(by: Author, customer: Customer | null): string {
  if (by === 'customer') return customer?.name ?? '';
  return by === 'owner' ? 'Você' : '';
}

function withEmbeddedMedia(content: Content, instance: Instance): Record<string, unknown> {
  const base64 = content.media?.base64;
  const wanted = instance.webhook?.webhookBase64 === true;
  return wanted && typeof base64 === 'string' ? { ...content.message, base64 } : content.message;
}

/** What it answers, and in a group who is called by "@" and the number. */
function contextOf({ instance, content, group, quoted }: Draft): Record<string, unknown> | null {
  const owner = instance.ownerJid;
  const text = content.message['conversation'];
  const calls =
    group !== undefined &&
    owner !== null &&
    typeof text === 'string' &&
    text.includes(`@${owner.split('@')[0]}`);
  const context = {
    ...(quoted === undefined ? {} : quoteOf(quoted, instance)),
    ...(calls ? { mentionedJid: [owner] } : {}),
  };
  return Object.keys(context).length === 0 ? null : context;
}

function quoteOf(quoted: StoredMessage, instance: Instance): Record<string, unknown> {
  const { key, message } = quoted.wire;
  const author = key.fromMe ? (instance.ownerJid ?? undefined) : (key.participant ?? key.remoteJid);
  return { stanzaId: key.id, participant: author, quotedMessage: message };
}
