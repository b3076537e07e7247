import type { StoredMessage } from '../state/message';

interface MessageFilter {
  remoteJid?: string | undefined;
  fromMe?: boolean | undefined;
  id?: string | undefined;
}

interface Page {
  page: number;
  /** Evolution's word for the size of a page. */
  offset: number;
}

/** A page of an instance's messages, newest first, in the shape of `chat/findMessages`. */
export function findMessages(
  messages: StoredMessage[],
  filter: MessageFilter,
  { page, offset }: Page,
): unknown {
  const found = messages
    .filter((message) => matches(message, filter))
    .sort((a, b) => b.wire.messageTimestamp - a.wire.messageTimestamp);
  const records = found.slice((page - 1) * offset, page * offset).map(recordOf);
  return {
    messages: { total: found.length, pages: Math.ceil(found.length / offset), currentPage: page, records },
  };
}

function matches({ wire: { key } }: StoredMessage, { remoteJid, fromMe, id }: MessageFilter): boolean {
  if (id !== undefined && key.id !== id) return false;
  if (fromMe !== undefined && key.fromMe !== fromMe) return false;
  return remoteJid === undefined || key.remoteJid === remoteJid || key.remoteJidAlt === remoteJid;
}

function recordOf(message: StoredMessage): unknown {
  const { wire } = message;
  return {
    id: message.dbId,
    key: wire.key,
    pushName: wire.pushName,
    messageType: wire.messageType,
    message: wire.message,
    messageTimestamp: wire.messageTimestamp,
    instanceId: wire.instanceId,
    source: wire.source,
    contextInfo: wire.contextInfo,
    MessageUpdate: message.status === wire.status ? [] : [{ status: message.status }],
  };
}
