import * as z from 'zod';
import type { InboundEvent, InboundMessage } from '../../domain/channel/inbound';
import { type ContactIdentity, identityOfAddress } from '../../domain/contact/identity';

const perhaps = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const memberSchema = z.object({
  participant: perhaps(z.string()),
  participantAlt: perhaps(z.string()),
});
const contextSchema = z.object({ mentionedJid: z.array(z.string()).nullish() });
/** Some builds keep the context inside the message instead of beside it. */
const innerContextSchema = z.object({ contextInfo: contextSchema });

/** A group is one chat with many people: the chat is who the conversation is with, the member is the sender. */
export function asGroupMessage(
  raw: { key: unknown; contextInfo?: unknown; message: Record<string, unknown> | null | undefined },
  group: string,
  fromUs: boolean,
  message: InboundMessage,
): InboundEvent {
  const { participant, participantAlt } = memberSchema.parse(raw.key);
  const member = [participant, participantAlt].flatMap((value) =>
    value ? (identityOfAddress(value) ?? []) : [],
  );
  const phone = member.find(({ kind }) => kind === 'phone')?.value ?? null;
  const quotedId = message.payload?.['quotedId'];
  return {
    type: 'groupMessage',
    fromUs,
    ownLid: fromUs ? (member.find(({ kind }) => kind === 'lid')?.value ?? null) : null,
    mentions: mentionsOf(raw),
    quotedId: typeof quotedId === 'string' ? quotedId : null,
    message: {
      ...message,
      address: group,
      identities: [{ kind: 'group', value: group.replace(/@g\.us$/, '') }],
      name: null,
      payload: fromUs ? message.payload : { ...message.payload, sender: { name: message.name, phone } },
    },
  };
}

function mentionsOf(raw: { contextInfo?: unknown; message: unknown }): ContactIdentity[] {
  const inner = z.record(z.string(), innerContextSchema.optional().catch(undefined)).safeParse(raw.message);
  const contexts = [
    contextSchema.safeParse(raw.contextInfo).data,
    ...Object.values(inner.data ?? {}).map((content) => content?.contextInfo),
  ];
  return contexts
    .flatMap((context) => context?.mentionedJid ?? [])
    .flatMap((address) => identityOfAddress(address) ?? []);
}
