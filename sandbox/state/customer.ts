import { z } from 'zod';

/** Somebody who writes to businesses; played by a visitor or by a script. */
export const customerSchema = z.object({
  name: z.string().min(1).max(80),
  /** Digits with the country code, as people give it out: 5541988110001. */
  number: z.string().regex(/^\d{10,15}$/),
  /** WhatsApp's privacy id; with one, messages arrive addressed by it. */
  lid: z
    .string()
    .regex(/^\d{8,20}$/)
    .optional(),
  /** Some servers leave the phone out of LID-addressed messages altogether. */
  lidAlt: z.enum(['phone', 'missing']).default('phone'),
  onWhatsApp: z.boolean().default(true),
  /** Shown first on the page; made by the seed or by a visitor, not by a script's first message. */
  known: z.boolean().default(true),
});

export type Customer = z.infer<typeof customerSchema>;
