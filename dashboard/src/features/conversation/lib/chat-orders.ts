import type { InCharge } from './person-in-charge';

/** What may be ordered now, and whether it stands in the header or behind the dots. */
export interface ChatOrders {
  /** The one strong action. */
  main: 'takeOver' | 'returnToAi';
  /** The other one, where it makes sense, too. */
  other: 'takeOver' | 'returnToAi' | undefined;
  resolve: boolean;
}

export function chatOrders(who: InCharge['who']): ChatOrders {
  switch (who) {
    case 'ai':
      return { main: 'takeOver', other: undefined, resolve: true };
    case 'waiting':
      return { main: 'takeOver', other: 'returnToAi', resolve: true };
    case 'me':
      return { main: 'returnToAi', other: undefined, resolve: true };
    case 'person':
    case 'elsewhere':
      return { main: 'returnToAi', other: 'takeOver', resolve: true };
    case 'resolved':
      return { main: 'takeOver', other: undefined, resolve: false };
  }
}
