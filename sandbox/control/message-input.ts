import { z } from 'zod';

/** What somebody writes on a phone. */
export const messageInputSchema = z
  .strictObject({
    from: z.enum(['customer', 'owner']).default('customer'),
    text: z.string().min(1).max(70_000).optional(),
    texts: z
      .array(z.string().min(1))
      .min(1)
      .max(1_000)
      .optional()
      .describe('Several bubbles, one after another.'),
    media: z
      .strictObject({
        kind: z.enum(['image', 'audio', 'video', 'document', 'sticker']),
        caption: z.string().optional(),
        mimetype: z.string().optional(),
        fileName: z.string().optional(),
        says: z
          .string()
          .max(2_000)
          .optional()
          .describe('What the sample says (audio) or shows (image); empty for silence.'),
        base64: z.base64().optional().describe('A sample is sent when left out.'),
      })
      .optional(),
    location: z
      .strictObject({ latitude: z.number(), longitude: z.number(), name: z.string().optional() })
      .optional(),
    contact: z.strictObject({ name: z.string(), number: z.string() }).optional(),
    reaction: z.strictObject({ id: z.string(), emoji: z.string() }).optional(),
    quote: z.string().optional().describe('Id of the message this answers.'),
    group: z.string().endsWith('@g.us').optional(),
    id: z.string().min(4).max(64).optional().describe('A device chooses its own ids, so a test may.'),
    timestamp: z.int().optional().describe('Seconds; in the past for a message that arrives late.'),
    count: z.int().min(1).max(5_000).default(1).describe('`{i}` in the text becomes the number.'),
  })
  .refine((input) => kindsGiven(input) === 1, {
    message: 'give one of text, texts, media, location, contact, reaction',
  });

export type MessageInput = z.infer<typeof messageInputSchema>;

function kindsGiven(input: Record<string, unknown>): number {
  const kinds = ['text', 'texts', 'media', 'location', 'contact', 'reaction'];
  return kinds.filter((kind) => input[kind] !== undefined).length;
}
