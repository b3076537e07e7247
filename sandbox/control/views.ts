import type { Customer } from '../state/customer';
import type { ConnectionState } from '../state/instance';
import type { MessageStatus, StoredMessage } from '../state/message';
import type { Fault } from '../faults/fault';
import type { Timings } from '../timings';

/** What the control API shows; the page reads these types, so nothing in here may need a server. */

export interface CustomerView extends Customer {
  jid: string;
}

export interface InstanceView {
  name: string;
  /** What people call it: the profile's name once it is paired. */
  label: string;
  state: ConnectionState;
  /** Digits; null while nobody has paired a phone. */
  number: string | null;
  profileName: string | null;
  /** The number the product said it would pair, if it did. */
  expectedNumber: string | null;
  /** The code waiting to be read. */
  qrCode: {
    pairingCode: string | null;
    code?: string | undefined;
    base64?: string | undefined;
    count: number;
  } | null;
  webhook: { url: string; enabled: boolean; events: string[] } | null;
  groupsIgnored: boolean;
  updatedAt: string;
}

export interface MessageView {
  id: string;
  instance: string;
  chat: string;
  by: StoredMessage['by'];
  /** Who wrote it, for groups. */
  author: string;
  number: string;
  at: number;
  kind: string;
  text: string;
  status: MessageStatus;
  /** Written while the number was offline; not told to anybody yet. */
  isWaiting: boolean;
  isEdited: boolean;
  isDeleted: boolean;
  quoted: { id: string; by: StoredMessage['by'] | null; text: string } | null;
  reactions: { by: StoredMessage['by']; emoji: string }[];
  media: { mimetype: string; fileName: string | null; url: string } | null;
}

export interface ChatSummary {
  instance: string;
  instanceLabel: string;
  isOnline: boolean;
  chat: string;
  /** The customer's number; empty for a group. */
  number: string;
  /** The customer's or the group's name. */
  title: string;
  isGroup: boolean;
  last: MessageView | null;
  unreadByCustomer: number;
  unreadByBusiness: number;
  isCustomerTyping: boolean;
  isBusinessTyping: boolean;
}

export interface StateView {
  instances: InstanceView[];
  customers: CustomerView[];
  faults: Fault[];
  timings: Timings;
}
