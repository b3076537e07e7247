import { z } from 'zod';
import { textOf } from '../evolution/message-content';
import { messageKeySchema, type StoredMessage } from '../state/message';
import type { World } from '../world';
import type { MessageView } from './views';

const reactionSchema = z.object({ reactionMessage: z.object({ key: messageKeySchema, text: z.string() }) });

/** A chat as a phone shows it: reactions hang on what they are about instead of standing alone. */
export function chatView(world: World, messages: readonly StoredMessage[]): MessageView[] {
  const reactions = reactionsIn(messages);
  return messages
    .filter(({ wire }) => wire.messageType !== 'reactionMessage')
    .map((message) => ({ ...viewOf(world, message), reactions: reactions.get(message.wire.key.id) ?? [] }));
}

function viewOf(world: World, message: StoredMessage): Omit<MessageView, 'reactions'> {
  const { wire, media } = message;
  return {
    id: wire.key.id,
    instance: message.instance,
    chat: message.chat,
    by: message.by,
    author: message.by === 'customer' ? wire.pushName : '',
    number: message.number,
    at: wire.messageTimestamp * 1_000,
    kind: wire.messageType === 'conversation' ? 'text' : wire.messageType.replace(/Message$/, ''),
    text: message.deleted ? '' : textOf(message),
    status: message.status,
    isWaiting: !message.emitted,
    isEdited: message.editedText !== null,
    isDeleted: message.deleted,
    quoted: quotedIn(world, message),
    media:
      media === null
        ? null
        : {
            mimetype: media.mimetype,
            fileName: media.fileName,
            url: media.url ?? `control/media/${encodeURIComponent(wire.key.id)}`,
          },
  };
}

function quotedIn(world: World, { wire, instance }: StoredMessage): MessageView['quoted'] {
  const id = wire.contextInfo?.['stanzaId'];
  if (typeof id !== 'string') return null;
  const quoted = world.state.messages.find(id, instance);
  return { id, by: quoted?.by ?? null, text: quoted === undefined ? '' : textOf(quoted) };
}

/** One reaction for each person and message: the last; an empty one takes it back. */
function reactionsIn(messages: readonly StoredMessage[]): Map<string, MessageView['reactions']> {
  const latest = new Map<string, { target: string; by: StoredMessage['by']; emoji: string }>();
  for (const { wire, by, number, deleted } of messages) {
    if (wire.messageType !== 'reactionMessage' || deleted) continue;
    const parsed = reactionSchema.safeParse(wire.message);
    if (!parsed.success) continue;
    const { key, text } = parsed.data.reactionMessage;
    latest.set(`${key.id} ${by} ${number}`, { target: key.id, by, emoji: text });
  }
  const byTarget = new Map<string, MessageView['reactions']>();
  for (const { target, by, emoji } of latest.values()) {
    if (emoji !== '') byTarget.set(target, [...(byTarget.get(target) ?? []), { by, emoji }]);
  }
  return byTarget;
}
