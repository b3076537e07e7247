import { z } from 'zod';
import type { SandboxOptions } from '../sandbox';
import { startHookReceiver, type HookReceiver } from './hook-receiver';
import { startTestSandbox, type TestSandbox } from './start-test-sandbox';

const idSchema = z.looseObject({ id: z.number() });
const secretSchema = z.looseObject({ payload: z.object({ webhook: z.looseObject({ secret: z.string() }) }) });

export interface ChatwootAccount extends TestSandbox {
  receiver: HookReceiver;
  /** What the account's webhook signs with. */
  secret: string;
  /** A conversation of Ana's, pending unless told otherwise; its id. */
  converse: (fields?: object) => Promise<number>;
  /** Writes into a conversation as the product does. */
  post: (id: number, message: object, token?: string) => Promise<{ status: number; body: unknown }>;
}

/** A Chatwoot with an API inbox (1), a contact named Ana (1) and a webhook for everything. */
export async function startChatwootAccount(options: Partial<SandboxOptions> = {}): Promise<ChatwootAccount> {
  const receiver = await startHookReceiver();
  const sandbox = await startTestSandbox(options);
  await sandbox.chatwoot('POST', '/inboxes', { name: 'WhatsApp IA', channel: { type: 'api' } });
  await sandbox.chatwoot('POST', '/contacts', { inbox_id: 1, name: 'Ana', phone_number: '+5521999990001' });
  const { body } = await sandbox.chatwoot('POST', '/webhooks', { url: receiver.url });
  return {
    ...sandbox,
    receiver,
    secret: secretSchema.parse(body).payload.webhook.secret,
    converse: async (fields = {}) => {
      const answer = await sandbox.chatwoot('POST', '/conversations', {
        inbox_id: 1,
        contact_id: 1,
        status: 'pending',
        ...fields,
      });
      return idSchema.parse(answer.body).id;
    },
    post: (id, message, token) => sandbox.chatwoot('POST', `/conversations/${id}/messages`, message, token),
    close: async () => {
      await sandbox.close();
      await receiver.close();
    },
  };
}
