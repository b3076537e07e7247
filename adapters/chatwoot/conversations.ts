import * as z from 'zod';
import type { ChatwootStatus } from '../../domain/chatwoot/status';
import type { ChatwootAccess, ChatwootCall, ChatwootRequest } from './http';
import {
  accountPath,
  type ChatwootConversation,
  type ChatwootMessage,
  conversationSchema,
  idSchema,
  messageSchema,
  understood,
} from './shapes';

export interface FileToPost {
  name: string;
  mimeType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface MessageToPost {
  content: string;
  /** `note` is seen by the team only. */
  as: 'incoming' | 'outgoing' | 'note';
  /** Comes back in events and lists: how we know our own. */
  sourceId: string;
  /** The message it speaks of, by its id there. */
  inReplyTo?: number | undefined;
  file?: FileToPost | undefined;
}

/** Conversations and what is said in them. */
export function conversationCalls(call: ChatwootCall) {
  return {
    async createConversation(
      access: ChatwootAccess,
      conversation: {
        contactId: number;
        inboxId: number;
        status: ChatwootStatus;
        customAttributes: Record<string, string>;
      },
    ): Promise<number> {
      const json = {
        contact_id: conversation.contactId,
        inbox_id: conversation.inboxId,
        status: conversation.status,
        custom_attributes: conversation.customAttributes,
      };
      const answer = await call(access, 'POST', `${accountPath(access)}/conversations`, { json });
      return understood(z.object({ id: idSchema }), answer).id;
    },

    /** @throws NotFoundError when it was deleted there */
    async getConversation(access: ChatwootAccess, id: number): Promise<ChatwootConversation> {
      return understood(
        conversationSchema,
        await call(access, 'GET', `${accountPath(access)}/conversations/${id}`),
      );
    },

    /** 25 a page from 1, that with the latest activity first. */
    async listConversations(access: ChatwootAccess, page: number): Promise<ChatwootConversation[]> {
      const list = z.object({ data: z.object({ payload: z.array(conversationSchema) }) });
      const path = `${accountPath(access)}/conversations?status=all&assignee_type=all&page=${page}`;
      return understood(list, await call(access, 'GET', path)).data.payload;
    },

    /** Oldest first: the newest 20, or those after an id. */
    async listMessages(
      access: ChatwootAccess,
      conversationId: number,
      after?: number,
    ): Promise<ChatwootMessage[]> {
      const list = z.object({ payload: z.array(messageSchema) });
      const query = after === undefined ? '' : `?after=${after}`;
      const answer = await call(
        access,
        'GET',
        `${accountPath(access)}/conversations/${conversationId}/messages${query}`,
      );
      return understood(list, answer).payload.toSorted((one, other) => one.id - other.id);
    },

    /** @returns its id there */
    async postMessage(
      access: ChatwootAccess,
      conversationId: number,
      message: MessageToPost,
    ): Promise<number> {
      const answer = await call(
        access,
        'POST',
        `${accountPath(access)}/conversations/${conversationId}/messages`,
        bodyOf(message),
      );
      return understood(z.object({ id: idSchema }), answer).id;
    },

    async setStatus(access: ChatwootAccess, conversationId: number, status: ChatwootStatus): Promise<void> {
      const path = `${accountPath(access)}/conversations/${conversationId}/toggle_status`;
      await call(access, 'POST', path, { json: { status } });
    },
  };
}

function bodyOf({ content, as, sourceId, inReplyTo, file }: MessageToPost): ChatwootRequest {
  const type = as === 'incoming' ? 'incoming' : 'outgoing';
  if (file === undefined) {
    return {
      json: {
        content,
        message_type: type,
        private: as === 'note',
        source_id: sourceId,
        ...(inReplyTo === undefined ? {} : { content_attributes: { in_reply_to: inReplyTo } }),
      },
    };
  }
  const form = new FormData();
  form.set('content', content);
  form.set('message_type', type);
  form.set('private', String(as === 'note'));
  form.set('source_id', sourceId);
  form.append('attachments[]', new Blob([file.bytes], { type: file.mimeType }), file.name);
  return { form };
}
