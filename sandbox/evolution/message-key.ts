import type { Customer } from '../state/customer';
import type { MessageKey } from '../state/message';
import { jidOf } from './jid';

interface Keyed {
  /** Null for what the business itself writes in a group. */
  customer: Customer | null;
  id: string;
  fromMe: boolean;
  /** A group's jid when the message is in a group. */
  group?: string | undefined;
}

/** The key of a message in 2.3.6's dialect: LID first with the phone beside it, or the phone alone. */
export function messageKey({ customer, id, fromMe, group }: Keyed): MessageKey {
  if (customer === null) return { remoteJid: group ?? '', fromMe, id };
  const phone = jidOf(customer.number);
  const lid = customer.lid === undefined ? undefined : `${customer.lid}@lid`;
  const main = lid ?? phone;
  const alt = lid !== undefined && customer.lidAlt === 'phone' ? phone : undefined;
  const addressingMode = lid === undefined ? 'pn' : 'lid';
  if (group === undefined) {
    return {
      remoteJid: main,
      ...(alt === undefined ? {} : { remoteJidAlt: alt }),
      fromMe,
      id,
      addressingMode,
    };
  }
  return {
    remoteJid: group,
    fromMe,
    id,
    participant: main,
    ...(alt === undefined ? {} : { participantAlt: alt }),
    addressingMode,
  };
}
