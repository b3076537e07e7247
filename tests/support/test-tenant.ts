import { newId } from '../../config/new-id';
import { hashPassword } from '../../services/auth/password';
import type { Role, TenantContext } from '../../services/deps';
import { indexRevision } from '../../services/knowledge/index-revision';
import { storeRevision } from '../../services/knowledge/knowledge-text';
import type { AppDeps } from '../../temporal/open-deps';
import { eventually } from './eventually';
import type { Phone } from './phone';

export { eventually };

export interface ApiAnswer {
  status: number;
  // Tests look into bodies of every shape.

  body: any;
  headers: Headers;
}

interface Options {
  tenantId: string;
  userId: string;
  email: string;
  password: string;
  role: Role;
  url: string;
  deps: AppDeps;
}

/** A business with one signed-in person, as an API client. */
export class TestTenant {
  readonly ctx: TenantContext;
  accessToken = '';

  private constructor(readonly options: Options) {
    this.ctx = { tenantId: options.tenantId, userId: options.userId, role: options.role };
  }

  static async signIn(options: Options): Promise<TestTenant> {
    const tenant = new TestTenant(options);
    const answer = await tenant.post('/api/v1/auth/login', {
      email: options.email,
      password: options.password,
    });
    if (answer.status !== 200) throw new Error(`sign-in failed: ${JSON.stringify(answer.body)}`);
    tenant.accessToken = answer.body.accessToken;
    return tenant;
  }

  get = (path: string) => this.call('GET', path);
  post = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('POST', path, body, headers);
  put = (path: string, body?: unknown) => this.call('PUT', path, body);
  patch = (path: string, body?: unknown) => this.call('PATCH', path, body);
  delete = (path: string) => this.call('DELETE', path);

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const response = await fetch(this.options.url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.accessToken === '' ? {} : { authorization: `Bearer ${this.accessToken}` }),
        'accept-language': 'pt-BR',
        ...headers,
      },
      ...(body === undefined ? {} : { body: asSent(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  }

  /** Changes some settings and keeps the rest. */
  async configure(change: {
    timing?: Record<string, number>;
    messages?: Record<string, string>;
    confidenceThreshold?: number;
    pace?: Record<string, number>;
    hours?: Record<string, unknown>;
  }): Promise<void> {
    const { body } = await this.get('/api/v1/config');
    const answer = await this.put('/api/v1/config', {
      ...body,
      ...change,
      timing: { ...body.timing, ...change.timing },
      messages: { ...body.messages, ...change.messages },
      pace: { ...body.pace, ...change.pace },
      hours: { ...body.hours, ...change.hours },
    });
    if (answer.status !== 200) throw new Error(`settings refused: ${JSON.stringify(answer.body)}`);
  }

  /** Another person of the same business, signed in. */
  async colleague(name: string, role: Role = 'ORG_AGENT'): Promise<TestTenant> {
    const { tenantId, password, deps } = this.options;
    const userId = newId();
    const email = `${userId}@example.test`;
    const passwordHash = await hashPassword(password);
    await deps.db.withSystem(async (tx) => {
      await tx.user.create({ data: { id: userId, name, email, passwordHash } });
      await tx.membership.create({ data: { tenantId, userId, role } });
    });
    return TestTenant.signIn({ ...this.options, userId, email, role });
  }

  /** Saves a text and waits until it answers questions. */
  async learn(text: string): Promise<void> {
    await this.put('/api/v1/knowledge', { text });
    await eventually(async () => {
      const { body } = await this.get('/api/v1/knowledge');
      if (body.status !== 'indexed') throw new Error(`knowledge is ${body.status}: ${body.error}`);
    });
  }

  /** The same without a worker: indexed here and now. */
  async learnNow(text: string): Promise<void> {
    const { deps } = this.options;
    const revision = await storeRevision(deps, this.ctx, text);
    await indexRevision(deps, {
      tenantId: this.ctx.tenantId,
      documentId: revision.documentId,
      revisionId: revision.id,
    });
  }

  /** Registers a number and has the phone scan its code. @returns the channel's id and the instance's name */
  async connectNumber(phone: Phone): Promise<{ channelId: string; instance: string }> {
    const created = await this.post('/api/v1/whatsapp/instances', { name: 'Recepção' });
    if (created.status !== 201) throw new Error(`no instance: ${JSON.stringify(created.body)}`);
    const channelId: string = created.body.id;
    await this.get(`/api/v1/whatsapp/instances/${channelId}/qrcode`);
    const row = await this.options.deps.db.withTenant(this.ctx.tenantId, (tx) =>
      tx.channel.findUniqueOrThrow({ where: { id: channelId } }),
    );
    await phone.scan(row.instanceName);
    await eventually(async () => {
      const { body } = await this.get(`/api/v1/whatsapp/instances/${channelId}/status`);
      if (body.status !== 'open') throw new Error(`number is ${body.status}`);
    });
    return { channelId, instance: row.instanceName };
  }

  async conversations(query = ''): Promise<ApiAnswer['body'][]> {
    const { body } = await this.get(`/api/v1/conversations${query}`);
    return body.items;
  }

  async timeline(conversationId: string): Promise<ApiAnswer['body'][]> {
    const { body } = await this.get(`/api/v1/conversations/${conversationId}/messages?limit=100`);
    return body.items;
  }
}

/** Words and bytes as they are, all else as JSON. */
function asSent(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}
