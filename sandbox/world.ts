import type { Logger } from '../config/logger';
import type { ChatwootWebhooks } from './chatwoot/webhook-sender';
import type { Clock } from './clock';
import type { Connections } from './evolution/connections';
import type { WebhookSender } from './evolution/webhook-sender';
import type { Faults } from './faults/faults';
import type { Journal } from './journal/journal';
import type { Changes } from './state/changes';
import type { State } from './state/state';
import type { Typing } from './state/typing';
import type { Timings } from './timings';

/** Everything the stand-ins and the control API share in one sandbox. */
export interface World {
  log: Logger;
  clock: Clock;
  timings: Timings;
  state: State;
  changes: Changes;
  faults: Faults;
  journal: Journal;
  typing: Typing;
  webhooks: WebhookSender;
  connections: Connections;
  /** The global key of the Evolution stand-in. */
  apiKey: string;
  evolutionUrl: () => string;
  chatwootWebhooks: ChatwootWebhooks;
  chatwootUrl: () => string;
  /** Writes the state to disk now, for what must survive a kill. */
  save: () => Promise<void>;
  /** Ends waits when the sandbox closes. */
  closing: AbortSignal;
}
