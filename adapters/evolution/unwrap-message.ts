import * as z from 'zod';

type Content = Record<string, unknown> | null | undefined;

/**
 * Wrappers that WhatsApp puts around a message: disappearing chats, view-once, captions of documents, copies from
 * one's own other devices. Most builds take some of them off.
 */
const WRAPPERS = [
  'ephemeralMessage',
  'viewOnceMessage',
  'viewOnceMessageV2',
  'viewOnceMessageV2Extension',
  'documentWithCaptionMessage',
  'deviceSentMessage',
];
/** They may be nested; nobody nests deeper than this. */
const MAX_DEPTH = 4;

const innerSchema = z.object({ message: z.record(z.string(), z.unknown()) });

/** What is in the wrappers; the message itself when there are none. */
export function unwrapMessage(message: Content, depth = 0): Content {
  if (!message || depth >= MAX_DEPTH) return message;
  for (const wrapper of WRAPPERS) {
    const inner = innerSchema.safeParse(message[wrapper]).data?.message;
    if (inner !== undefined) return unwrapMessage(inner, depth + 1);
  }
  return message;
}
