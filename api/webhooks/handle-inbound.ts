import type { InboundEvent } from '../../domain/channel/inbound';
import { admitGroupMessage } from '../../services/channel/admit-group-message';
import { applyConnection, applyQrCode } from '../../services/channel/apply-connection';
import { mergeByProvider } from '../../services/contact/merge-by-provider';
import type { Acceptance } from '../../services/conversation/acceptance';
import { applyReceipt } from '../../services/conversation/apply-receipt';
import { createHearTyping } from '../../services/conversation/hear-typing';
import { mediaToAwait, mediaToFetch } from '../../services/media/media-to-await';
import { ingestMessage } from '../../services/conversation/ingest-message';
import { recordPhoneReply } from '../../services/conversation/record-phone-reply';
import { applyEdit, applyReaction, applyRemoval } from '../../services/conversation/revise-message';
import { fireNewContact } from '../../services/flow/fire-new-contact';
import type { ApiDeps } from '../endpoint';

interface ChannelRef {
  id: string;
  tenantId: string;
}

export type HandleInbound = (channel: ChannelRef, event: InboundEvent) => Promise<void>;

/** What happens for each kind of event, whatever the channel. Returns when it is durable, throws when it is not. */
export function createHandleInbound(deps: ApiDeps, acceptance: Acceptance): HandleInbound {
  const typing = createHearTyping(deps);
  const handle: HandleInbound = async (channel, event) => {
    const { tenantId } = channel;
    switch (event.type) {
      case 'customerMessage': {
        const stored = await ingestMessage(deps, channel, event.message);
        if (stored === undefined || (!stored.fresh && stored.accepted)) return;
        if (stored.contacts !== null) await mergeByProvider(deps, tenantId, stored.contacts);
        const { conversationId, messageId, seq, timing } = stored;
        deps.live.publish(tenantId, { type: 'conversation', conversationId, messageId });
        if (stored.internal) return;
        await deps.workflows.messageReceived(
          { tenantId, conversationId },
          { seq, timing, ...mediaToAwait(deps, { id: messageId, kind: event.message.kind }) },
        );
        typing.wrote(channel, event.message.identities);
        acceptance.note(messageId);
        await fireNewContact(deps, tenantId, stored);
        return;
      }
      case 'ownMessage': {
        const reply = await recordPhoneReply(deps, channel, event.message);
        if (reply === undefined || reply.verdict === 'echo') return;
        const { conversationId, messageId, uptoSeq, timing } = reply;
        await deps.workflows.humanReplied(
          { tenantId, conversationId },
          {
            uptoSeq,
            userId: null,
            balloonId: null,
            timing,
            ...mediaToFetch({ id: messageId, kind: event.message.kind }),
          },
        );
        acceptance.note(messageId);
        deps.live.publish(tenantId, { type: 'conversation', conversationId, messageId });
        await fireNewContact(deps, tenantId, reply);
        return;
      }
      case 'groupMessage':
        await handleGroupMessage(deps, handle, channel, event);
        return;
      case 'receipt':
        await applyReceipt(deps, channel, event);
        return;
      case 'edited':
        await applyEdit(deps, channel, event);
        return;
      case 'deleted':
        await applyRemoval(deps, channel, event);
        return;
      case 'reaction':
        await applyReaction(deps, channel, event);
        return;
      case 'connection':
        await applyConnection(deps, channel, event);
        return;
      case 'qrCode':
        await applyQrCode(deps, channel, event);
        return;
      case 'typing':
        await typing.hear(channel, event);
        return;
      case 'ignored':
        deps.log.debug({ channelId: channel.id, reason: event.reason }, 'webhook event ignored');
        return;
    }
  };
  return handle;
}

/** What a group says is nobody's business, or the inbox's alone, or a customer's message like any other. */
async function handleGroupMessage(
  deps: ApiDeps,
  handle: HandleInbound,
  channel: ChannelRef,
  event: Extract<InboundEvent, { type: 'groupMessage' }>,
): Promise<void> {
  const admitted = await admitGroupMessage(deps, channel, event);
  if (admitted === undefined) {
    deps.log.debug({ channelId: channel.id, reason: 'group' }, 'webhook event ignored');
    return;
  }
  const { message, forAi } = admitted;
  if (event.fromUs) return handle(channel, { type: 'ownMessage', message });
  if (forAi) return handle(channel, { type: 'customerMessage', message });
  const stored = await ingestMessage(deps, channel, message, { forAi });
  if (stored === undefined) return;
  const { conversationId, messageId } = stored;
  deps.live.publish(channel.tenantId, { type: 'conversation', conversationId, messageId });
}
