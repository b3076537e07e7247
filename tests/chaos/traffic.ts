import { Agent, request } from 'undici';
import type { Business } from '../support/business';
import type { Random } from './random';

/** What a customer wrote. */
export interface Written {
  token: string;
  number: string;
  at: number;
  /** When the product took it (2xx); null while it has not. */
  acceptedAt: number | null;
  deliveries: number;
}

const agent = new Agent({ connections: 512, headersTimeout: 30_000, bodyTimeout: 30_000 });
/** Evolution tries ten times over twenty minutes; the same here in a minute, so that an outage is outlived sooner. */
const RETRY_MS = [300, 500, 1_000, 2_000, 3_000];
const GIVE_UP_AFTER_MS = 120_000;
const NINE_DIGITS = 60_000_000;

/**
 * Customers who write at a steady rate, whatever the product does, over a provider that repeats what was not taken,
 * sends some of it several times at once, and some of it late.
 */
export class Traffic {
  readonly written: Written[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private count = 0;
  /** Webhooks that were given up. */
  givenUp = 0;

  constructor(
    private readonly business: Business,
    private readonly random: Random,
    private readonly customers: number,
    /** Called as each message sets out. */
    private readonly onWebhook: () => void,
  ) {}

  number(index: number): string {
    return `55119${String(NINE_DIGITS + index)}`;
  }

  /** @param perSecond messages, evenly spread */
  async write(perSecond: number, until: () => boolean): Promise<void> {
    const startedAt = performance.now();
    for (let sent = 0; !until(); sent += 1) {
      const due = startedAt + (sent * 1_000) / perSecond;
      await pause(Math.max(0, due - performance.now()));
      this.writeOne(Math.floor(this.random() * this.customers));
    }
  }

  private writeOne(index: number): void {
    const token = `tk-${String(index)}-${String(this.count++)}`;
    const written = { token, number: this.number(index), at: Date.now(), acceptedAt: null, deliveries: 0 };
    this.written.push(written);
    const wantsPerson = this.random() < 0.01;
    const text = wantsPerson ? `Quero um atendente ${token}` : `Qual o horário? ${token}`;
    const copies = this.random() < 0.1 ? 3 : 1;
    const delay = this.random() < 0.05 ? this.random() * 2_000 : 0;
    const delivery = pause(delay).then(async () => {
      this.onWebhook();
      await Promise.all(Array.from({ length: copies }, () => this.deliver(written, text)));
    });
    this.underWay.add(delivery);
    void delivery.finally(() => this.underWay.delete(delivery));
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private async deliver(written: Written, text: string): Promise<void> {
    for (let attempt = 0; Date.now() - written.at < GIVE_UP_AFTER_MS; attempt += 1) {
      written.deliveries += 1;
      const status = await this.post(written, text).catch(() => 0);
      if (status >= 200 && status < 300) {
        written.acceptedAt ??= Date.now();
        return;
      }
      await pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0);
    }
    this.givenUp += 1;
  }

  private async post(written: Written, text: string): Promise<number> {
    const { url, headers, instance } = this.business.webhook;
    const response = await request(url, {
      method: 'POST',
      dispatcher: agent,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        event: 'messages.upsert',
        instance,
        data: {
          key: { remoteJid: `${written.number}@s.whatsapp.net`, fromMe: false, id: `IN${written.token}` },
          pushName: 'Cliente',
          message: { conversation: text },
          messageType: 'conversation',
          messageTimestamp: Math.floor(written.at / 1_000),
        },
      }),
    });
    await response.body.dump();
    return response.statusCode;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
