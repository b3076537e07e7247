import type { Message } from '../../../lib/api/types';

/** Where an outgoing message is on its way. */
export type Delivery = 'sending' | 'uncertain' | 'sent' | 'delivered' | 'read' | 'failed';

/** Undefined for what is not sent: the customer's messages and events. */
export function deliveryOf(message: Pick<Message, 'author' | 'status'>): Delivery | undefined {
  if (message.author !== 'ai' && message.author !== 'human') return undefined;
  switch (message.status) {
    case 'pending':
    case 'sending':
      return 'sending';
    case 'uncertain':
    case 'sent':
    case 'delivered':
    case 'read':
    case 'failed':
      return message.status;
    // A voice message that was listened to was read.
    case 'played':
      return 'read';
    default:
      return undefined;
  }
}
