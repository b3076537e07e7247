import { queryOptions } from '@tanstack/react-query';
import type { JournalEntry, JournalSystem, WebhookEntry } from '../../../journal/journal';
import type { ChatSummary, MessageView, StateView } from '../../../control/views';
import type { Mail } from '../../../state/mail';
import { call } from './call';

const JOURNAL_LIMIT = 60;

export const stateQuery = queryOptions({
  queryKey: ['state'],
  queryFn: () => call<StateView>('GET', 'state'),
});

export function chatsQuery(of: { customer: string } | { instance: string }) {
  const search = new URLSearchParams(of).toString();
  return queryOptions({
    queryKey: ['chats', search],
    queryFn: () => call<ChatSummary[]>('GET', `chats?${search}`),
  });
}

export function messagesQuery(instance: string, chat: string) {
  return queryOptions({
    queryKey: ['messages', instance, chat],
    queryFn: () => call<MessageView[]>('GET', `${chatPath(instance, chat)}/messages?limit=300`),
  });
}

export const mailsQuery = queryOptions({
  queryKey: ['mails'],
  queryFn: () => call<Mail[]>('GET', 'mails'),
});

export function journalQuery(system: JournalSystem | undefined) {
  const search = system === undefined ? '' : `&system=${system}`;
  return queryOptions({
    queryKey: ['journal', system ?? 'all'],
    queryFn: () => call<JournalEntry[]>('GET', `journal?limit=${JOURNAL_LIMIT}${search}`),
  });
}

export const webhooksQuery = queryOptions({
  queryKey: ['journal', 'webhook', 'sent'],
  queryFn: () => call<WebhookEntry[]>('GET', 'journal?system=webhook&limit=120'),
});

export function chatPath(instance: string, address: string): string {
  return `chats/${encodeURIComponent(instance)}/${encodeURIComponent(address)}`;
}
