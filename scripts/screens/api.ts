import { eventually } from '../../tests/support/eventually';

interface Row {
  id: string;
  state: string;
  unanswered: boolean;
  contact: { name: string | null };
}

interface Timeline {
  items: { author: string; kind: string; status: string }[];
}

/** What the dashboard's own requests do, by hand: the product is filled through its own doors. */
export class Api {
  private token = '';

  constructor(private readonly url: string) {}

  async signIn(): Promise<void> {
    const answer = await this.call<{ accessToken: string }>('POST', '/auth/login', {
      email: 'demo@prosa.local',
      password: 'demo-prosa',
    });
    this.token = answer.accessToken;
  }

  call<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    return this.request<T>(method, path, body);
  }

  /** The conversation with this customer, once it is as wanted. */
  conversation(name: string, isReady: (row: Row) => boolean): Promise<string> {
    return eventually(async () => {
      const { items } = await this.call<{ items: Row[] }>('GET', '/conversations?limit=100');
      const row = items.find((one) => one.contact.name === name);
      if (row === undefined || !isReady(row)) throw new Error(`${name}: ${JSON.stringify(row)}`);
      return row.id;
    }, 40_000);
  }

  /** Waits for an answer of the AI to what was written last. */
  answered(name: string): Promise<string> {
    return this.conversation(name, (row) => row.state === 'IA_ATIVA' && !row.unanswered);
  }

  handedOver(name: string): Promise<string> {
    return this.conversation(name, (row) => row.state === 'AGUARDANDO_HUMANO');
  }

  async reply(id: string, text: string, status: string[] = ['sent', 'delivered', 'read']): Promise<void> {
    await this.call('POST', `/conversations/${id}/messages`, { text });
    await eventually(async () => {
      const { items } = await this.call<Timeline>('GET', `/conversations/${id}/messages?limit=50`);
      const last = items.findLast((message) => message.author === 'human');
      if (last === undefined || !status.includes(last.status)) throw new Error(`reply is ${last?.status}`);
    }, 40_000);
  }

  private async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        'accept-language': 'pt-BR',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
