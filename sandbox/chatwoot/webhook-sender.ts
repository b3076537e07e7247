import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { Fault } from '../faults/fault';
import type { Faults } from '../faults/faults';
import type { Journal } from '../journal/journal';
import type { Timings } from '../timings';
import type { PostWebhook } from './post-webhook';
import { railsJson } from './rails-json';
import { signatureOf } from './signature';

export interface Recipient {
  url: string;
  /** Null on a Chatwoot that does not sign. */
  secret: string | null;
  /** Called when the event is lost for it, with what went wrong. */
  onLost?: (error: string) => void;
}

/** One event for one recipient: the same whenever it is sent again. */
interface Delivery {
  id: string;
  event: string;
  recipient: Recipient;
  payload: object;
  body: string;
}

interface SenderParts {
  clock: Clock;
  timings: Timings;
  faults: Faults;
  journal: Journal;
  post: PostWebhook;
}

const REMEMBERED = 200;
const STALE_SECONDS = 3_600;

/** Tells what happened, once: who does not take an event in time has lost it. */
export class ChatwootWebhooks {
  readonly #parts: SenderParts;
  #sent: Delivery[] = [];
  /** How many of the next events are lost on the way. */
  dropping = 0;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Nobody waits for it. The body is written now, since the records go on changing. */
  send(recipient: Recipient, event: string, payload: object): void {
    const body = railsJson({ ...payload, event });
    const delivery: Delivery = { id: randomUUID(), event, recipient, payload: { ...payload, event }, body };
    if (this.dropping > 0) {
      this.dropping -= 1;
      this.#note(delivery, {}, ['drop']);
      return;
    }
    this.#sent = [...this.#sent.slice(1 - REMEMBERED), delivery];
    const faults = this.#parts.faults.take('chatwootWebhook', { event, text: () => body });
    void this.#dispatch(delivery, faults);
  }

  /** Sends the last event once more, so many times. Null: none was sent yet. The statuses of those that were answered. */
  async resend({ times, parallel, event }: Resend): Promise<(number | null)[] | null> {
    const delivery = this.#sent.findLast((sent) => event === undefined || sent.event === event);
    if (delivery === undefined) return null;
    return this.#repeat(delivery, times, parallel, []);
  }

  /** Forgets what was sent, as an emptied account would. */
  clear(): void {
    this.#sent = [];
    this.dropping = 0;
  }

  async #dispatch(delivery: Delivery, faults: Fault[]): Promise<void> {
    for (const fault of faults) {
      if (fault.kind === 'delay') await this.#parts.clock.sleep(fault.ms);
    }
    const outcome = faults.find(({ kind }) => kind !== 'delay');
    if (outcome?.kind === 'drop') {
      this.#note(delivery, {}, ['drop']);
      return;
    }
    if (outcome?.kind === 'duplicate') {
      await this.#repeat(delivery, outcome.n, outcome.parallel, faults);
      return;
    }
    await this.#attempt(delivery, faults);
  }

  async #repeat(delivery: Delivery, times: number, parallel: boolean, faults: Fault[]) {
    const send = (): Promise<number | null> => this.#attempt(delivery, faults);
    if (parallel) return Promise.all(Array.from({ length: times }, send));
    const statuses: (number | null)[] = [];
    for (let turn = 0; turn < times; turn += 1) statuses.push(await send());
    return statuses;
  }

  async #attempt(delivery: Delivery, faults: Fault[]): Promise<number | null> {
    const { url, onLost } = delivery.recipient;
    const headers = this.#headers(delivery, faults);
    const kinds = faults.map(({ kind }) => kind);
    const entry = this.#note(delivery, headers, kinds);
    const began = performance.now();
    let error: string | null = null;
    try {
      entry.status = await this.#parts.post(
        url,
        headers,
        delivery.body,
        this.#parts.timings.chatwootWebhookMs,
      );
      if (entry.status >= 300) error = `${entry.status} from the receiver`;
    } catch (cause) {
      error = cause instanceof Error ? cause.message : String(cause);
    }
    entry.durationMs = Math.round(performance.now() - began);
    this.#parts.journal.touch();
    if (error !== null) onLost?.(error);
    return entry.status;
  }

  #headers({ id, body, recipient }: Delivery, faults: Fault[]): Record<string, string> {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const has = (kind: Fault['kind']): boolean => faults.some((fault) => fault.kind === kind);
    if (recipient.secret === null) return headers;
    if (has('noSecret')) return { ...headers, 'X-Chatwoot-Delivery': id };
    const age = has('expiredToken') ? STALE_SECONDS : 0;
    const timestamp = Math.floor(this.#parts.clock.now() / 1_000) - age;
    const secret = has('wrongSecret') ? `not-${recipient.secret}` : recipient.secret;
    return {
      ...headers,
      'X-Chatwoot-Delivery': id,
      'X-Chatwoot-Timestamp': String(timestamp),
      'X-Chatwoot-Signature': signatureOf(secret, timestamp, body),
    };
  }

  #note({ event, payload, recipient }: Delivery, headers: Record<string, string>, faults: string[]) {
    return this.#parts.journal.received({
      at: Date.now(),
      system: 'chatwoot',
      event,
      method: 'POST',
      path: recipient.url,
      headers,
      body: payload,
      status: null,
      durationMs: null,
      faults,
    });
  }
}

interface Resend {
  times: number;
  parallel: boolean;
  /** Only events of this kind. */
  event?: string | undefined;
}
