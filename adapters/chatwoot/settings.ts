import * as z from 'zod';
import type { ChatwootAccess, ChatwootCall } from './http';
import { accountPath, idSchema, understood } from './shapes';

const profileSchema = z.object({
  id: idSchema,
  accounts: z.array(z.object({ id: idSchema, name: z.string().nullish(), role: z.string().nullish() })),
});

const inboxSchema = z.object({ id: idSchema, name: z.string(), channel_type: z.string().nullish() });

/** What we listen to. */
const EVENTS = ['message_created', 'conversation_status_changed', 'conversation_updated'];

/** What an administrator sets up: inboxes and webhooks. */
export function settingsCalls(call: ChatwootCall) {
  return {
    /** Whose token it is, and which accounts they see. @throws ProviderRejectedError for a token that it does not take */
    async profile(access: Pick<ChatwootAccess, 'baseUrl' | 'token'>) {
      return understood(profileSchema, await call(access, 'GET', '/api/v1/profile'));
    },

    async listInboxes(access: ChatwootAccess) {
      const list = z.object({ payload: z.array(inboxSchema) });
      return understood(list, await call(access, 'GET', `${accountPath(access)}/inboxes`)).payload;
    },

    async createInbox(access: ChatwootAccess, name: string): Promise<number> {
      const json = { name, channel: { type: 'api', webhook_url: '' } };
      return understood(inboxSchema, await call(access, 'POST', `${accountPath(access)}/inboxes`, { json }))
        .id;
    },

    /** @returns the secret that it signs with; null from an old one, which does not sign */
    async createWebhook(access: ChatwootAccess, url: string): Promise<{ id: number; secret: string | null }> {
      const hook = z.object({ id: idSchema, secret: z.string().nullish() });
      const json = { webhook: { url, name: 'Prosa', subscriptions: EVENTS } };
      const answer = await call(access, 'POST', `${accountPath(access)}/webhooks`, { json });
      const { id, secret } = understood(z.object({ payload: z.object({ webhook: hook }) }), answer).payload
        .webhook;
      return { id, secret: secret ?? null };
    },

    async removeWebhook(access: ChatwootAccess, id: number): Promise<void> {
      await call(access, 'DELETE', `${accountPath(access)}/webhooks/${id}`);
    },
  };
}
