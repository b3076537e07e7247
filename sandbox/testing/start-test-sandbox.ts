import { createLogger } from '../../config/logger';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import type { Timings } from '../timings';

export const quickTimings: Timings = {
  connectMs: 20,
  qrRotateMs: 45_000,
  qrLimit: 30,
  reconnectMs: 20,
  serverAckMs: 1,
  deliveryAckMs: 1,
  chatwootWebhookMs: 5_000,
};

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined when the answer is not JSON. */
  body: unknown;
}

export interface TestSandbox extends Sandbox {
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>;
  evolution: (method: string, path: string, body?: unknown) => Promise<Answered>;
  openai: (method: string, path: string, body?: unknown) => Promise<Answered>;
  /** Calls below the account, as its administrator unless another token is given. */
  chatwoot: (method: string, path: string, body?: unknown, token?: string) => Promise<Answered>;
  control: (method: string, path: string, body?: unknown) => Promise<Answered>;
}

/** A sandbox in memory on free ports, with the waits of the real systems shortened, and ways to call it. */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const log = createLogger('sandbox-test', { level: 'silent', json: true });
  const sandbox = await startSandbox({ port: 0, smtpPort: 0, log, timings: quickTimings, ...options });
  const call: TestSandbox['call'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
  };
  return {
    ...sandbox,
    call,
    evolution: (method, path, body) => call(method, `/evolution${path}`, body, { apikey: 'sandbox' }),
    openai: (method, path, body) =>
      call(method, `/openai/v1${path}`, body, { authorization: 'Bearer sk-anything' }),
    chatwoot: (method, path, body, token = 'sandbox-chatwoot-admin') =>
      call(method, `/chatwoot/api/v1/accounts/1${path}`, body, { api_access_token: token }),
    control: (method, path, body) => call(method, `/control${path}`, body),
  };
}

/** An instance named `loja`, paired and online, whose events go to `webhookUrl`. */
export async function connectInstance(
  sandbox: TestSandbox,
  webhookUrl: string,
  overrides: { webhook?: object; instance?: object } = {},
): Promise<void> {
  await sandbox.evolution('POST', '/instance/create', {
    instanceName: 'loja',
    integration: 'WHATSAPP-BAILEYS',
    token: 'instance-token',
    number: '5511987650000',
    webhook: { url: webhookUrl, events: [], headers: { jwt_key: 'test_secret_1' }, ...overrides.webhook },
    ...overrides.instance,
  });
  await sandbox.evolution('GET', '/instance/connect/loja');
  await sandbox.control('POST', '/instances/loja/scan', { profileName: 'Loja Sol' });
}

function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return undefined;
  }
}
