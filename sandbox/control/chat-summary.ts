import { isGroup, jidOf } from '../evolution/jid';
import type { Instance } from '../state/instance';
import type { StoredMessage } from '../state/message';
import { groupTitle } from '../state/group';
import type { World } from '../world';
import { instanceView } from './instance-view';
import { chatView } from './message-view';
import type { ChatSummary } from './views';

interface Wanted {
  instance?: string | undefined;
  customer?: string | undefined;
}

const MAX_CHATS = 200;

/**
 * Chats, latest first. Of one customer: one with every business that can be written to, spoken to or not, and
 * the groups. Of one instance: those that have begun.
 */
export function listChats(world: World, wanted: Wanted): ChatSummary[] {
  const customer = wanted.customer === undefined ? undefined : world.state.customers.find(wanted.customer);
  const own = customer === undefined ? undefined : jidOf(customer.number);
  const begun = world.state.messages
    .chats()
    .filter(({ instance }) => wanted.instance === undefined || instance === wanted.instance)
    .filter(({ chat }) => wanted.customer === undefined || chat === own || isGroup(chat))
    .map(({ instance, chat }) => ({ instance, chat }));
  const reachable = [...world.state.instances.values()]
    .filter((instance) => own !== undefined && instance.ownerJid !== null)
    .filter(({ name }) => wanted.instance === undefined || name === wanted.instance)
    .map(({ name }) => ({ instance: name, chat: own ?? '' }))
    .filter(
      (place) => !begun.some(({ instance, chat }) => instance === place.instance && chat === place.chat),
    );
  return [...begun, ...reachable]
    .flatMap(({ instance, chat }) => {
      const known = world.state.instances.get(instance);
      return known === undefined ? [] : [summaryOf(world, known, chat)];
    })
    .sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0))
    .slice(0, MAX_CHATS);
}

function summaryOf(world: World, instance: Instance, chat: string): ChatSummary {
  const messages = world.state.messages.inChat(instance.name, chat);
  const customer = isGroup(chat) ? undefined : world.state.customers.find(chat);
  const bubbles = messages.filter(({ wire }) => wire.messageType !== 'reactionMessage');
  const last = bubbles.at(-1);
  return {
    instance: instance.name,
    instanceLabel: instanceView(world, instance).label,
    isOnline: instance.state === 'open',
    chat,
    number: customer?.number ?? '',
    title: isGroup(chat) ? groupTitle(chat) : (customer?.name ?? chat),
    isGroup: isGroup(chat),
    last: last === undefined ? null : (chatView(world, [last])[0] ?? null),
    unreadByCustomer: unread(bubbles, (by) => by !== 'customer'),
    unreadByBusiness: unread(bubbles, (by) => by === 'customer'),
    isCustomerTyping: world.typing.isTyping(instance.name, chat, 'customer'),
    isBusinessTyping: world.typing.isTyping(instance.name, chat, 'business'),
  };
}

function unread(messages: StoredMessage[], isFrom: (by: StoredMessage['by']) => boolean): number {
  return messages.filter(({ by, status }) => isFrom(by) && status !== 'READ' && status !== 'PLAYED').length;
}
