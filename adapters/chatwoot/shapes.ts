import * as z from 'zod';
import { CHATWOOT_STATUSES } from '../../domain/chatwoot/status';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';
import type { ChatwootAccess } from './http';

export const idSchema = z.int().positive();
const statusSchema = z.enum(CHATWOOT_STATUSES);

export const conversationSchema = z
  .object({
    id: idSchema,
    inbox_id: idSchema,
    status: statusSchema,
    custom_attributes: z.record(z.string(), z.unknown()).nullish(),
    /** Unix seconds. */
    last_activity_at: z.number().nullish(),
    meta: z.object({ assignee: z.object({ id: idSchema, email: z.string().nullish() }).nullish() }).nullish(),
    last_non_activity_message: z.object({ id: idSchema }).nullish(),
  })
  .transform((row) => ({
    id: row.id,
    inboxId: row.inbox_id,
    status: row.status,
    customAttributes: row.custom_attributes ?? {},
    lastActivityAt: row.last_activity_at ?? null,
    assigneeId: row.meta?.assignee?.id ?? null,
    assigneeEmail: row.meta?.assignee?.email ?? null,
    lastMessageId: row.last_non_activity_message?.id ?? null,
  }));
export type ChatwootConversation = z.output<typeof conversationSchema>;

/** `message_type` in answers of the API; events spell it. */
const OUTGOING = 1;

export const messageSchema = z
  .object({
    id: idSchema,
    content: z.string().nullish(),
    message_type: z.number(),
    private: z.boolean().nullish(),
    source_id: z.string().nullish(),
    sender: z
      .object({ type: z.string().nullish(), name: z.string().nullish(), email: z.string().nullish() })
      .nullish(),
    attachments: z
      .array(z.object({ file_type: z.string().nullish(), data_url: z.string().nullish() }))
      .nullish(),
  })
  .transform((row) => ({
    id: row.id,
    sourceId: row.source_id ?? null,
    content: row.content ?? '',
    /** A person wrote it for the customer: no private note, no bot, no rule. */
    byPerson:
      row.message_type === OUTGOING && row.private !== true && row.sender?.type?.toLowerCase() === 'user',
    sender: { name: row.sender?.name ?? null, email: row.sender?.email ?? null },
    attachments: (row.attachments ?? []).flatMap((file) =>
      file.data_url ? [{ type: file.file_type ?? 'file', url: file.data_url }] : [],
    ),
  }));
export type ChatwootMessage = z.output<typeof messageSchema>;

export const accountPath = ({ accountId }: ChatwootAccess) => `/api/v1/accounts/${accountId}`;

/** @throws ProviderUnavailableError for an answer that is not Chatwoot's */
export function understood<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ProviderUnavailableError(
    ErrorCode.provider_unavailable,
    'Chatwoot answered what we do not understand',
    {
      cause: parsed.error,
      uncertain: true,
    },
  );
}
