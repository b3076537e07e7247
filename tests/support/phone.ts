interface Bubble {
  id: string;
  by: 'customer' | 'owner' | 'api';
  text: string;
  kind: string;
  status: string;
  isDeleted: boolean;
}

/** Plays the customers' phones, and the business's paired one, through the sandbox's control routes. */
export class Phone {
  constructor(private readonly sandboxUrl: string) {}

  /** A number no other test writes from. */
  static number(): string {
    // A Brazilian mobile: nine digits, the second from 6 to 9.
    return `55419${6 + Math.floor(Math.random() * 4)}${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
  }

  scan(instance: string, profileName = 'Loja'): Promise<unknown> {
    return this.post(`/control/instances/${instance}/scan`, { number: Phone.number(), profileName });
  }

  unpair(instance: string): Promise<unknown> {
    return this.post(`/control/instances/${instance}/unpair`);
  }

  /** @param message a text, or what sandbox/control/message-input.ts takes */
  write(instance: string, number: string, message: string | Record<string, unknown>): Promise<unknown> {
    const body = typeof message === 'string' ? { text: message } : message;
    return this.post(`/control/chats/${instance}/${number}/messages`, body);
  }

  /** The business's person types on the paired phone, or sends what `write` takes. */
  writeAsOwner(
    instance: string,
    number: string,
    message: string | Record<string, unknown>,
  ): Promise<unknown> {
    const content = typeof message === 'string' ? { text: message } : message;
    return this.write(instance, number, { from: 'owner', ...content });
  }

  /** The customer types, or records, for so long unless a message comes before. */
  typing(instance: string, number: string, ms: number, how: 'composing' | 'recording' = 'composing') {
    return this.post(`/control/chats/${instance}/${number}/typing`, { ms, how });
  }

  customer(customer: { name: string; number: string; lid?: string }): Promise<unknown> {
    return this.post('/control/customers', customer);
  }

  /** The number has no WhatsApp (any more). */
  async notOnWhatsApp(number: string): Promise<void> {
    await this.request('PATCH', `/control/customers/${number}`, { onWhatsApp: false });
  }

  /** Delivers the webhook of a message again. */
  resend(messageId: string, options: { times: number; parallel: boolean }): Promise<unknown> {
    return this.post(`/control/messages/${messageId}/resend`, options);
  }

  async chat(instance: string, number: string): Promise<Bubble[]> {
    return (await this.request('GET', `/control/chats/${instance}/${number}/messages`)) as Bubble[];
  }

  /** What the product has said to this customer, in order. */
  async received(instance: string, number: string): Promise<string[]> {
    const chat = await this.chat(instance, number);
    return chat.filter(({ by }) => by === 'api').map(({ text }) => text);
  }

  fault(fault: Record<string, unknown>): Promise<unknown> {
    return this.post('/control/faults', fault);
  }

  async heal(): Promise<void> {
    await this.request('DELETE', '/control/faults');
  }

  async journal(
    system: string,
  ): Promise<{ path: string; method: string; headers: Record<string, string>; body?: unknown }[]> {
    return (await this.request('GET', `/control/journal?system=${system}&limit=4000`)) as never;
  }

  async mails(): Promise<{ to: string[]; subject: string; text: string; messageId: string }[]> {
    return (await this.request('GET', '/control/mails')) as never;
  }

  private post(path: string, body: unknown = {}): Promise<unknown> {
    return this.request('POST', path, body);
  }

  private async request(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.sandboxUrl + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
