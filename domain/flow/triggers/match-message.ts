import * as z from 'zod';
import { fold } from '../answers';
import type { FlowTools } from '../runtime/tools';

/** A customer's message, as a trigger sees it. */
export interface HeardMessage {
  id: string;
  /** text, choice, audio, image, … */
  kind: string;
  /** Spoken words count as written ones. */
  text: string;
}

/** A `message_received` trigger of a version that begins runs. */
export interface MessageTrigger {
  flowId: string;
  settings: unknown;
  /** Since a message of this contact last began the flow (ms); null: never, or nobody asks. */
  sinceLastMs: number | null;
}

export interface MessageFacts {
  channelId: string;
  /** Before these messages, the contact had never written. */
  newContact: boolean;
  /** What is unanswered, in its order: one saying, which begins one flow at most. */
  messages: readonly HeardMessage[];
}

/** What a model makes of the customer's words. */
export interface Intent {
  label: string;
  /** 0 to 1. */
  confidence: number;
}

export type MessageMatch<Trigger> =
  | { trigger: Trigger; message: HeardMessage; intent: string | null }
  /** A model must be asked which of these the customer means; then ask again. */
  | { ask: string[] };

// The node's own schema knows more; triggers were checked when they were published.
const settingsSchema = z.object({
  channels: z.array(z.string()),
  types: z.array(z.string()).default(['text', 'audio', 'image', 'document', 'button']),
  filter: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('any') }),
      z.object({
        by: z.literal('keyword'),
        match: z.enum(['equals', 'contains', 'starts']),
        words: z.array(z.string()),
      }),
      z.object({ by: z.literal('pattern'), pattern: z.string() }),
      z.object({ by: z.literal('intent'), labels: z.array(z.string()), threshold: z.number() }),
    ])
    .default({ by: 'any' }),
  newContactsOnly: z.boolean().default(false),
  cooldownSeconds: z.number().default(0),
});
type Settings = z.output<typeof settingsSchema>;
type Filter = Settings['filter'];

/**
 * Which flow begins with what a customer has said, if one does. Triggers are asked in the order in which they are given,
 * each about every message; the first that wants one has it. Pure; never throws: settings that cannot be read want nothing.
 *
 * @param intents what a model says; undefined: it was not asked yet; null: it cannot be
 */
export function matchMessage<Trigger extends MessageTrigger>(
  triggers: readonly Trigger[],
  facts: MessageFacts,
  tools: Pick<FlowTools, 'matches'>,
  intents?: readonly Intent[] | null,
): MessageMatch<Trigger> | undefined {
  const eligible = triggers.flatMap((trigger) => {
    const parsed = settingsSchema.safeParse(trigger.settings);
    if (!parsed.success || !isEligible(parsed.data, trigger, facts)) return [];
    const { types, filter } = parsed.data;
    const messages = facts.messages.filter(({ kind }) => types.includes(kind === 'choice' ? 'button' : kind));
    return messages.length === 0 ? [] : [{ trigger, filter, messages }];
  });
  for (const { trigger, filter, messages } of eligible) {
    if (filter.by !== 'intent') {
      const message = messages.find((each) => wants(filter, each, tools));
      if (message !== undefined) return { trigger, message, intent: null };
      continue;
    }
    const message = messages.findLast(({ text }) => text.trim() !== '');
    if (message === undefined || intents === null) continue;
    // All intents at once, so that a model is asked once.
    if (intents === undefined) return { ask: labelsOf(eligible.map((each) => each.filter)) };
    const meant = intents.find(
      ({ label, confidence }) => filter.labels.includes(label) && confidence >= filter.threshold,
    );
    if (meant !== undefined) return { trigger, message, intent: meant.label };
  }
  return undefined;
}

function isEligible(settings: Settings, { sinceLastMs }: MessageTrigger, facts: MessageFacts): boolean {
  const { channels, newContactsOnly, cooldownSeconds } = settings;
  const cooledDown = sinceLastMs === null || sinceLastMs >= cooldownSeconds * 1_000;
  return channels.includes(facts.channelId) && (!newContactsOnly || facts.newContact) && cooledDown;
}

function wants(
  filter: Exclude<Filter, { by: 'intent' }>,
  message: HeardMessage,
  tools: Pick<FlowTools, 'matches'>,
): boolean {
  switch (filter.by) {
    case 'any':
      return true;
    case 'keyword':
      return filter.words.some((word) => holdsKeyword(filter.match, word, message.text));
    case 'pattern': {
      const matched = tools.matches(filter.pattern, message.text);
      return matched.ok && matched.value;
    }
  }
}

/**
 * Whether a text is, begins with or contains a word or phrase; case, accents and punctuation do not count. Contained is
 * what begins a word: "preço" is in "preços", "oi" is not in "noite".
 */
export function holdsKeyword(
  match: 'equals' | 'starts' | 'contains',
  keyword: string,
  text: string,
): boolean {
  const signsOnly = !LETTERS.test(keyword);
  // A keyword of signs alone, such as a smiley, is itself.
  const [wanted, said] = signsOnly ? [fold(keyword), fold(text)] : [bare(keyword), bare(text)];
  if (wanted === '') return false;
  if (match === 'equals') return said === wanted;
  if (match === 'starts') return said.startsWith(wanted);
  return signsOnly ? said.includes(wanted) : ` ${said}`.includes(` ${wanted}`);
}

const LETTERS = /[\p{L}\p{N}]/u;

function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function labelsOf(filters: Filter[]): string[] {
  return [...new Set(filters.flatMap((filter) => (filter.by === 'intent' ? filter.labels : [])))];
}
