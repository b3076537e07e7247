import { createHmac } from 'node:crypto';

/** What `X-Chatwoot-Signature` carries for a body sent at this second. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
