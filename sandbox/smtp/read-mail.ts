import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { Mail } from '../state/mail';

interface Envelope {
  from: string;
  to: string[];
  at: number;
}

/** A raw mail and the envelope it came in, as the page shows it. */
export async function readMail(raw: Buffer, { from, to, at }: Envelope): Promise<Mail> {
  const email = await PostalMime.parse(raw);
  return {
    id: randomUUID(),
    at,
    from,
    to,
    subject: email.subject ?? '',
    text: (email.text ?? '').trim(),
    html: email.html ?? null,
    messageId: email.messageId ?? '',
    headers: email.headers.map(({ key, value }) => ({ key, value })),
  };
}
