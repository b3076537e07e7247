import { z } from 'zod';

export const mailSchema = z.object({
  id: z.string(),
  at: z.number(),
  /** The envelope, which is what decides where a mail goes. */
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  messageId: z.string(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })),
});

export type Mail = z.infer<typeof mailSchema>;
