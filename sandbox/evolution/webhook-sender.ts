import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock';
import type { Fault } from '../faults/fault';
import type { Faults } from '../faults/faults';
import type { Journal, WebhookEntry } from '../journal/journal';
import type { Instance } from '../state/instance';
import { spoilHeaders, webhookHeaders } from './webhook-headers';
import type { PostJson } from './post-json';
import { MAX_ATTEMPTS, isRefusal, retryDelay } from './retry-delay';
import { subscriptionName, type WebhookEvent } from './webhook-events';

export interface OutgoingEvent {
  event: WebhookEvent;
  data: unknown;
  messageId?: string;
  /** The chat it is about, for whoever reads the journal. */
  chat?: string;
  /** When the event happened; a resend repeats it. */
  at?: number;
  /** Called once when the receiver has taken it, or nobody listens. */
  onTaken?: () => void;
}

interface SenderParts {
  clock: Clock;
  faults: Faults;
  journal: Journal;
  post: PostJson;
  serverUrl: () => string;
  random?: () => number;
}

interface Delivery {
  url: string;
  headers: Record<string, string>;
  body: string;
  entry: WebhookEntry;
  onTaken: () => void;
}

const REORDER_PATIENCE_MS = 1_000;

/** Tells an instance's webhook what happened: signed, repeated on failure, in memory, like Evolution. */
export class WebhookSender {
  readonly #parts: SenderParts;
  readonly #closing = new AbortController();
  #held: Delivery[] = [];

  constructor(parts: SenderParts) {
    this.#parts = parts;
    // One listener per event under way is what is wanted here.
    setMaxListeners(0, this.#closing.signal);
  }

  /** Evolution does not wait for the delivery; who sends one twice in a row does. */
  emit(instance: Instance, outgoing: OutgoingEvent): Promise<void> {
    const webhook = instance.webhook;
    if (webhook?.enabled !== true || !webhook.events.includes(subscriptionName(outgoing.event))) {
      outgoing.onTaken?.();
      return Promise.resolve();
    }
    const faults = this.#parts.faults.take('webhook', {
      instance: instance.name,
      event: outgoing.event,
      text: () => JSON.stringify(outgoing.data),
    });
    const delivery = this.#prepare(instance, outgoing, faults, webhook.url);
    return this.#dispatch(delivery, faults);
  }

  /** Forgets what is waiting to be repeated, as a restart of Evolution does. */
  close(): void {
    this.#closing.abort();
  }

  #prepare(instance: Instance, outgoing: OutgoingEvent, faults: Fault[], baseUrl: string): Delivery {
    const now = this.#parts.clock.now();
    const { event, data } = outgoing;
    const envelope = {
      event,
      instance: instance.name,
      data,
      destination: baseUrl,
      date_time: localTimeWithFalseZ(outgoing.at ?? now),
      sender: instance.ownerJid ?? undefined,
      server_url: this.#parts.serverUrl(),
      apikey: null,
    };
    const byEvents = instance.webhook?.webhookByEvents === true;
    const url = byEvents ? `${baseUrl}/${event.replaceAll('.', '-')}` : baseUrl;
    const entry = this.#parts.journal.sent({
      at: now,
      system: 'webhook',
      instance: instance.name,
      event,
      messageId: outgoing.messageId ?? null,
      chat: outgoing.chat ?? null,
      url,
      body: envelope,
      state: 'pending',
      attempts: [],
      faults: faults.map(({ kind }) => kind),
    });
    // Signed once per event, not per attempt: late attempts carry an expired token.
    const headers = webhookHeaders(instance.webhook?.headers ?? {}, Math.floor(now / 1_000));
    return {
      url,
      headers: spoilHeaders(headers, instance.webhook?.headers ?? {}, faults, Math.floor(now / 1_000)),
      body: JSON.stringify(envelope),
      entry,
      onTaken: once(outgoing.onTaken),
    };
  }

  async #dispatch(delivery: Delivery, faults: Fault[]): Promise<void> {
    for (const fault of faults) {
      if (fault.kind === 'delay') await this.#sleep(fault.ms);
    }
    const outcome = faults.find(({ kind }) => kind !== 'delay');
    if (outcome?.kind === 'drop') {
      this.#settle(delivery, 'dropped');
      return;
    }
    if (outcome?.kind === 'reorder') {
      this.#hold(delivery, outcome.window);
      return;
    }
    if (outcome?.kind !== 'duplicate') return this.#deliver(delivery);
    const copies = Array.from({ length: outcome.n }, () => delivery);
    if (outcome.parallel) await Promise.all(copies.map((copy) => this.#deliver(copy)));
    else for (const copy of copies) await this.#deliver(copy);
  }

  /** Events are kept until the window is full (or no more come) and leave newest first. */
  #hold(delivery: Delivery, window: number): void {
    this.#held.push(delivery);
    if (this.#held.length >= window) {
      this.#release();
      return;
    }
    const size = this.#held.length;
    void this.#sleep(REORDER_PATIENCE_MS).then(() => {
      const nothingCame = this.#held.length === size && this.#held.includes(delivery);
      if (nothingCame) this.#release();
    });
  }

  #release(): void {
    const held = this.#held.reverse();
    this.#held = [];
    void (async () => {
      for (const delivery of held) {
        // One after the other, so that they arrive in the wrong order for sure; repeats go their own way.
        if (!(await this.#attempt(delivery))) void this.#retry(delivery);
      }
    })();
  }

  async #deliver(delivery: Delivery): Promise<void> {
    if (await this.#attempt(delivery)) return;
    await this.#retry(delivery);
  }

  async #retry(delivery: Delivery): Promise<void> {
    const random = this.#parts.random ?? Math.random;
    for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt += 1) {
      await this.#sleep(retryDelay(attempt - 1, random()));
      if (this.#closing.signal.aborted) return;
      if (await this.#attempt(delivery)) return;
    }
    this.#settle(delivery, 'given up');
  }

  /** True when no further attempt is wanted. */
  async #attempt(delivery: Delivery): Promise<boolean> {
    const { clock, post, journal } = this.#parts;
    const { url, headers, body, entry } = delivery;
    const at = clock.now();
    let status: number | null = null;
    let error: string | null = null;
    try {
      status = await post(url, headers, body);
    } catch (cause) {
      error = cause instanceof Error ? cause.message : String(cause);
    }
    entry.attempts.push({ at, status, error, durationMs: clock.now() - at });
    if (status !== null && status >= 200 && status < 300) this.#settle(delivery, 'delivered');
    else if (status !== null && isRefusal(status)) this.#settle(delivery, 'refused');
    else journal.touch();
    return entry.state !== 'pending' || this.#closing.signal.aborted;
  }

  #settle(delivery: Delivery, state: WebhookEntry['state']): void {
    delivery.entry.state = state;
    this.#parts.journal.touch();
    if (state === 'delivered') delivery.onTaken();
  }

  async #sleep(ms: number): Promise<void> {
    await this.#parts.clock.sleep(ms, this.#closing.signal).catch(() => undefined);
  }
}

/** Evolution writes its local wall clock and still ends it with Z. */
function localTimeWithFalseZ(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString();
}

function once(callback: (() => void) | undefined): () => void {
  let isCalled = false;
  return () => {
    if (isCalled) return;
    isCalled = true;
    callback?.();
  };
}
