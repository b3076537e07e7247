import type { Media, StoredMessage } from '../state/message';

/** What a message says, before it is given a key and a time. */
export interface Content {
  messageType: string;
  message: Record<string, unknown>;
  media: Media | null;
}

export function textContent(text: string): Content {
  return { messageType: 'conversation', message: { conversation: text }, media: null };
}

export function locationContent(place: {
  latitude: number;
  longitude: number;
  name?: string | undefined;
}): Content {
  const { latitude, longitude, name } = place;
  return {
    messageType: 'locationMessage',
    message: { locationMessage: { degreesLatitude: latitude, degreesLongitude: longitude, name } },
    media: null,
  };
}

export function contactContent(contact: { name: string; number: string }): Content {
  const vcard = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${contact.name}`,
    `TEL;type=CELL;waid=${contact.number}:+${contact.number}`,
    'END:VCARD',
  ].join('\n');
  return {
    messageType: 'contactMessage',
    message: { contactMessage: { displayName: contact.name, vcard } },
    media: null,
  };
}

/** An empty emoji takes the reaction back. */
export function reactionContent(target: StoredMessage, emoji: string, at: number): Content {
  return {
    messageType: 'reactionMessage',
    message: { reactionMessage: { key: target.wire.key, text: emoji, senderTimestampMs: String(at) } },
    media: null,
  };
}

export function mediaContent(media: Media, caption: string | undefined): Content {
  const messageType = `${media.kind}Message`;
  const fileLength = String(Buffer.byteLength(media.base64 ?? '', 'base64'));
  const details = {
    // WhatsApp's own store, encrypted: of no use without the key.
    url: 'https://mmg.whatsapp.net/v/t62.7118-24/sandbox.enc',
    mimetype: media.mimetype,
    fileLength,
    mediaKey: 'c2FuZGJveC1tZWRpYS1rZXk=',
    ...(caption === undefined ? {} : { caption }),
    ...(media.kind === 'audio' ? { seconds: 7, ptt: true } : {}),
    ...(media.kind === 'document' ? { fileName: media.fileName ?? 'documento', title: media.fileName } : {}),
  };
  return { messageType, message: { [messageType]: details }, media };
}

/** The words of a message, if it has any: text, caption, place or name. */
export function textOf(message: StoredMessage): string {
  if (message.editedText !== null) return message.editedText;
  const { messageType, message: content } = message.wire;
  const inner = content[messageType];
  if (typeof inner === 'string') return inner;
  if (typeof inner !== 'object' || inner === null) return '';
  const words = Object.entries(inner).find(
    ([key, value]) => ['caption', 'displayName', 'name'].includes(key) && typeof value === 'string',
  );
  return typeof words?.[1] === 'string' ? words[1] : '';
}
