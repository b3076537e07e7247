import * as z from 'zod';
import { ProviderRejectedError } from '../../domain/errors';
import type { ChatwootAccess, ChatwootCall } from './http';
import { accountPath, type ChatwootConversation, conversationSchema, idSchema, understood } from './shapes';

const contactSchema = z.object({
  id: idSchema,
  identifier: z.string().nullish(),
  phone_number: z.string().nullish(),
});
type ChatwootContact = z.infer<typeof contactSchema>;

/** Who writes, as Chatwoot knows them. */
export function contactCalls(call: ChatwootCall) {
  return {
    /** By a part of their phone, name, e-mail or identifier. Chatwoot takes 100 of these a minute. */
    async searchContacts(access: ChatwootAccess, q: string): Promise<ChatwootContact[]> {
      const list = z.object({ payload: z.array(contactSchema) });
      return understood(
        list,
        await call(access, 'GET', `${accountPath(access)}/contacts/search?q=${encodeURIComponent(q)}`),
      ).payload;
    },

    /** @returns undefined when phone or identifier are somebody else's there already */
    async createContact(
      access: ChatwootAccess,
      contact: { name: string; phone: string | null; identifier: string },
    ): Promise<number | undefined> {
      const { name, phone, identifier } = contact;
      const json = { name, identifier, ...(phone === null ? {} : { phone_number: `+${phone}` }) };
      try {
        const answer = await call(access, 'POST', `${accountPath(access)}/contacts`, { json });
        const made = z.object({ payload: z.object({ contact: contactSchema }) });
        return understood(made, answer).payload.contact.id;
      } catch (error) {
        if (error instanceof ProviderRejectedError && error.details['status'] === 422) return undefined;
        throw error;
      }
    },

    async conversationsOf(access: ChatwootAccess, contactId: number): Promise<ChatwootConversation[]> {
      const list = z.object({ payload: z.array(conversationSchema) });
      return understood(
        list,
        await call(access, 'GET', `${accountPath(access)}/contacts/${contactId}/conversations`),
      ).payload;
    },
  };
}
