import {
  contactContent,
  locationContent,
  mediaContent,
  reactionContent,
  textContent,
  type Content,
} from '../evolution/message-content';
import type { World } from '../world';
import { missing } from './control-error';
import type { MessageInput } from './message-input';
import { sampleMedia } from './sample-media';

/** The messages an input stands for, in order. */
export function contentsOf(world: World, instance: string, input: MessageInput): Content[] {
  if (input.texts !== undefined) return input.texts.map(textContent);
  return Array.from({ length: input.count }, (_, index) => contentOf(world, instance, input, index + 1));
}

function contentOf(world: World, instance: string, input: MessageInput, turn: number): Content {
  const { text, media, location, contact, reaction } = input;
  if (media !== undefined) {
    const { caption, says, ...given } = media;
    return mediaContent({ ...sampleMedia(media.kind, says), ...given }, caption);
  }
  if (location !== undefined) return locationContent(location);
  if (contact !== undefined) return contactContent(contact);
  if (reaction === undefined) return textContent((text ?? '').replaceAll('{i}', String(turn)));
  const target = world.state.messages.find(reaction.id, instance);
  if (target === undefined) throw missing('message', reaction.id);
  return reactionContent(target, reaction.emoji, world.clock.now());
}
