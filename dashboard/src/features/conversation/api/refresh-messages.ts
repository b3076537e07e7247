import type { QueryClient } from '@tanstack/react-query';
import { answerInFlight } from '../../../lib/api/in-flight';
import { mergeNewest, type MessagePages } from '../lib/merge-messages';
import { conversationKeys } from './conversation-keys';
import { fetchMessages } from './fetch-messages';

/**
 * Brings a timeline up to date by its newest page alone.
 *
 * @param changed ids of messages that are said to have changed: an older one costs its pages
 */
export async function refreshMessages(
  queries: QueryClient,
  tenantId: string,
  id: string,
  changed: string[] = [],
): Promise<void> {
  const queryKey = conversationKeys.messages(tenantId, id);
  const newest = await fetchMessages(id);
  await answerInFlight(queries, queryKey);
  const pages = queries.getQueryData<MessagePages>(queryKey);
  if (pages === undefined) return;
  const inNewest = new Set(newest.items.map((message) => message.id));
  const older = pages.pages.flatMap((page) => page.items).filter((message) => !inNewest.has(message.id));
  if (older.some((message) => changed.includes(message.id))) await queries.invalidateQueries({ queryKey });
  else queries.setQueryData(queryKey, mergeNewest(pages, newest));
}
