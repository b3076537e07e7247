import type { ContactIdentity } from '../contact/identity';

/** What a message carries besides words. */
export type MessageKind =
  | 'text'
  | 'choice'
  | 'image'
  | 'audio'
  | 'video'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'unsupported';

/** A message in our words, whatever the channel called it. */
export interface InboundMessage {
  providerMessageId: string;
  /** Where replies go: the address it came from. */
  address: string;
  /** Every name of the person that the event gave, most telling first; at least one. */
  identities: ContactIdentity[];
  /** What the person calls itself, if told. */
  name: string | null;
  kind: MessageKind;
  /** What was written, spoken of or chosen; a caption for media; empty when there are no words. */
  text: string;
  payload: Record<string, unknown> | null;
  sentAt: Date;
}

/** Our own message's fate at the customer's phone. */
export type Receipt = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

export type ChannelStatus = 'created' | 'connecting' | 'open' | 'close' | 'refused';

/** Everything a channel can tell us. One webhook may carry several. */
export type InboundEvent =
  | { type: 'customerMessage'; message: InboundMessage }
  /** Somebody of the business wrote on the paired phone, or the provider echoes a send of ours. */
  | { type: 'ownMessage'; message: InboundMessage }
  /** In a group: ignored, unless the channel allows that group. */
  | {
      type: 'groupMessage';
      /** The business itself wrote, on its phone or through us. */
      fromUs: boolean;
      /** The privacy id by which the group knows us, when it could be seen. */
      ownLid: string | null;
      mentions: ContactIdentity[];
      /** The message it answers. */
      quotedId: string | null;
      /** Its identity is the group; who wrote it is in the payload's `sender`. */
      message: InboundMessage;
    }
  | { type: 'receipt'; providerMessageId: string; receipt: Receipt }
  | { type: 'edited'; providerMessageId: string; text: string; at: Date }
  | { type: 'deleted'; providerMessageId: string; at: Date }
  | { type: 'reaction'; providerMessageId: string; emoji: string; fromCustomer: boolean }
  | {
      type: 'connection';
      status: ChannelStatus;
      reason: string | null;
      ownerAddress: string | null;
      profileName: string | null;
    }
  | { type: 'qrCode'; code: string; image: string; pairingCode: string | null }
  /** The customer is writing or recording, or has stopped. Nothing is kept of it. */
  | { type: 'typing'; identity: ContactIdentity; typing: boolean }
  /** Understood, and nothing to do; the reason is for logs and counters. */
  | { type: 'ignored'; reason: string };
