import { isMediaKind } from '../media/media';
import type { Locale } from '../locale';
import { CHATWOOT_WORDS } from './words';

/** Of a line of the timeline, what Chatwoot is to show. */
export interface Line {
  author: string;
  kind: string;
  text: string;
  status: string;
  payload: unknown;
  /** What was said in its recording. */
  words: string | null;
  /** Its file goes along. */
  hasFile: boolean;
}

export interface Content {
  content: string;
  /** `note` is seen by the team only. */
  as: 'incoming' | 'outgoing' | 'note';
}

/** The prefix of every source id of ours: how our own messages are known when they come back. */
const SOURCE = 'prosa:';
export const sourceIdOf = (messageId: string, part = '') => `${SOURCE}${messageId}${part}`;
export const isOwnSource = (sourceId: string | null) => sourceId?.startsWith(SOURCE) === true;

/** @returns undefined for what is not shown there: most of what happens between messages, and what was written there */
export function contentOf(line: Line, locale: Locale): Content | undefined {
  const words = CHATWOOT_WORDS[locale];
  if (line.kind === 'event') {
    const reason = handoffReasonOf(line.payload);
    return reason === undefined ? undefined : { as: 'note', content: words.handoff(reason) };
  }
  if (isFromThere(line.payload)) return undefined;
  const content = saidIn(line, locale);
  if (line.author === 'customer') return { as: 'incoming', content };
  // What never reached the customer must not look as if it had.
  if (line.status === 'failed') return { as: 'note', content: `${words.notDelivered}\n\n${content}` };
  return { as: 'outgoing', content };
}

function isFromThere(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'via' in payload && payload.via === 'chatwoot';
}

function saidIn({ kind, text, payload, words: spoken, hasFile }: Line, locale: Locale): string {
  const words = CHATWOOT_WORDS[locale];
  const parts = [text];
  if (kind === 'audio' && spoken !== null) parts.push(words.transcription(spoken));
  if (kind === 'location') parts.push(mapOf(payload) ?? '');
  const said = parts.filter((part) => part !== '').join('\n\n');
  if (isMediaKind(kind) && !hasFile) return [words.kind(kind), said].filter((part) => part !== '').join(' ');
  return said === '' && !hasFile ? words.kind(kind) : said;
}

/** A place, as a link that every map opens. */
function mapOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { degreesLatitude: latitude, degreesLongitude: longitude } = payload as Record<string, unknown>;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  return `https://www.google.com/maps?q=${latitude},${longitude}`;
}

function handoffReasonOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('cause' in payload)) return undefined;
  const { cause } = payload;
  if (typeof cause !== 'object' || cause === null || !('type' in cause) || cause.type !== 'handedOver')
    return undefined;
  return 'reason' in cause && typeof cause.reason === 'string' ? cause.reason : undefined;
}
