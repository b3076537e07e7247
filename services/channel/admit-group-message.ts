import { isSaidToUs, withoutOurName } from '../../domain/channel/groups';
import type { InboundEvent, InboundMessage } from '../../domain/channel/inbound';
import type { Deps } from '../deps';
import { readGroupSettings } from './group-settings';

type GroupMessage = Extract<InboundEvent, { type: 'groupMessage' }>;

export interface AdmittedMessage {
  /** Named after the group. */
  message: InboundMessage;
  /** It is to be answered; else it is only read along. */
  forAi: boolean;
}

/** What becomes of a group's message: undefined when the channel does not allow the group, which is the rule. */
export async function admitGroupMessage(
  deps: Pick<Deps, 'db'>,
  channel: { id: string; tenantId: string },
  event: GroupMessage,
): Promise<AdmittedMessage | undefined> {
  const { tenantId, id } = channel;
  return deps.db.withTenant(tenantId, async (tx) => {
    const row = await tx.channel.findFirst({ where: { tenantId, id, removedAt: null } });
    const settings = readGroupSettings(row?.groups);
    const group = settings.allowed.find(({ jid }) => jid === event.message.address);
    if (row === null || group === undefined) return undefined;
    const message = { ...event.message, name: group.name };
    if (event.ownLid !== null && !settings.ownLids.includes(event.ownLid)) {
      const ownLids = [...settings.ownLids, event.ownLid];
      const groups = { mode: settings.mode, allowed: settings.allowed.map((one) => ({ ...one })), ownLids };
      await tx.channel.update({ where: { id }, data: { groups } });
    }
    if (settings.mode === 'off' || event.fromUs) return { message, forAi: false };
    const quoted =
      event.quotedId === null
        ? 0
        : await tx.message.count({
            where: {
              tenantId,
              channelId: id,
              providerMessageId: event.quotedId,
              author: { in: ['ai', 'human'] },
            },
          });
    const said = { mentions: event.mentions, quotesUs: quoted > 0 };
    const us = { ownerAddress: row.ownerAddress, ownLids: settings.ownLids };
    if (!isSaidToUs(said, us)) return { message, forAi: false };
    return { message: { ...message, text: withoutOurName(message.text, us) }, forAi: true };
  });
}
