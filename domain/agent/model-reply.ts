import * as z from 'zod';

/** What the model names as a source when the conversation itself holds the answer. */
export const TIMELINE_SOURCE = 'conversa';

/** What the model is asked to return for every turn (structured output, strict: every field present). */
export const modelReplySchema = z.strictObject({
  intent: z
    .enum(['question', 'smalltalk', 'person'])
    .describe(
      'question: the customer wants something; smalltalk: greeting, thanks, goodbye and nothing else; person: the customer asks to talk to a human being',
    ),
  answer: z.string().describe('The message to the customer; empty when intent is person or support is none'),
  support: z
    .enum(['full', 'partial', 'none'])
    .describe(
      'How far passages and timeline support the answer: every statement (full), some (partial), nothing (none)',
    ),
  passages: z
    .array(z.string())
    .describe(
      `Ids of the passages the answer rests on; "${TIMELINE_SOURCE}" if it rests on the conversation`,
    ),
  urgent: z.boolean().describe('The customer is upset, or the matter cannot wait'),
});

/** What is believed: `urgent` is a hint, and a model that leaves it out has answered none the less. */
const givenReplySchema = modelReplySchema.extend({ urgent: z.boolean().optional() });

export type ModelReply = z.infer<typeof givenReplySchema>;

/** What came back: as asked, or plain text from a provider that ignores structured output. */
export type ParsedReply =
  | { kind: 'structured'; reply: ModelReply }
  | { kind: 'plain'; text: string }
  | { kind: 'garbage' };

/**
 * Reads a model's answer without trusting it. Providers that ignore `response_format` wrap JSON in a code fence
 * or write prose; a broken JSON is garbage, never a message.
 */
export function parseModelReply(content: string): ParsedReply {
  const text = content
    .trim()
    .replace(/^```(?:json)?\s*/i, '')
    .replace(/\s*```$/, '')
    .trim();
  if (text === '') return { kind: 'garbage' };
  if (!/^[[{]/.test(text)) return isProse(text) ? { kind: 'plain', text } : { kind: 'garbage' };
  try {
    const parsed = givenReplySchema.safeParse(JSON.parse(text));
    return parsed.success ? { kind: 'structured', reply: parsed.data } : { kind: 'garbage' };
  } catch {
    return { kind: 'garbage' };
  }
}

/** Half of it at least is letters and spaces, and none of it is a token of a chat template. */
function isProse(text: string): boolean {
  const letters = text.match(/[\p{L}\s]/gu)?.length ?? 0;
  return letters * 2 >= text.length && !/<\|[^|]*\|>/.test(text);
}
