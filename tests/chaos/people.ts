import type { Business } from '../support/business';
import type { Random } from './random';

/** From the moment a take-over was accepted until the person asked to give the conversation back. */
export interface Held {
  conversationId: string;
  from: number;
  to: number;
}

/** People of the business who take conversations over and give them back, now and then. */
export class People {
  readonly held: Held[] = [];
  private token = '';

  constructor(
    private readonly url: string,
    private readonly business: Business,
    private readonly random: Random,
  ) {}

  /** Takes conversations one after the other, and gives each back. */
  async work(until: () => boolean): Promise<void> {
    while (!until()) {
      await pause(300);
      const list = await this.call('GET', 'conversations?state=IA_ATIVA').catch(() => undefined);
      const items = (list as { items?: { id: string }[] } | undefined)?.items ?? [];
      const chosen = items[Math.floor(this.random() * items.length)];
      if (chosen !== undefined) await this.take(chosen.id);
    }
  }

  private async take(conversationId: string): Promise<void> {
    await this.insist(`conversations/${conversationId}/take-over`);
    const from = Date.now();
    await pause(1_000 + this.random() * 3_000);
    const to = Date.now();
    await this.insist(`conversations/${conversationId}/return-to-ai`, { answerPending: true });
    this.held.push({ conversationId, from, to });
  }

  /** Presses the button until it works, as a person would. */
  private async insist(path: string, body: object = {}): Promise<void> {
    while (
      !(await this.call('POST', path, body).then(
        () => true,
        () => false,
      ))
    )
      await pause(300);
  }

  private async call(method: string, path: string, body?: object): Promise<unknown> {
    if (this.token === '') await this.signIn();
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 401) this.token = '';
    if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
    return response.json();
  }

  private async signIn(): Promise<void> {
    const { email, password } = this.business;
    const response = await fetch(`${this.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`sign-in: ${String(response.status)}`);
    this.token = ((await response.json()) as { accessToken: string }).accessToken;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
