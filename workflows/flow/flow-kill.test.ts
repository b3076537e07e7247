import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '../../config/new-id';
import { eventually } from '../../tests/support/eventually';
import { flowOf, SAY } from '../../tests/support/flow';
import { beginFlow } from '../../tests/support/flow-runs';
import { HOLD, MANUAL, SET } from '../../tests/support/flow-sketches';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { launch, type Running } from '../../tests/support/processes';

const ENV = { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' };
const STEPS = ['a', 'b'];
/** How long a killed worker's work is looked for elsewhere, and the process takes to come up (ms). */
const RECOVERS_MS = 90_000;

let harness: Harness;
let server: Server;
let url: string;
let worker: Running;
const called: string[] = [];

beforeAll(async () => {
  harness = await startHarness({ workers: false, env: ENV });
  worker = startWorker();
  server = createServer((req, res) => {
    called.push(req.headers['idempotency-key']?.toString() ?? '');
    // Long enough to be killed in.
    setTimeout(() => res.writeHead(200, { 'content-type': 'application/json' }).end('{}'), 300);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  worker.child.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
  await harness.close();
}, 60_000);

/** A process of its own, as it is deployed, on this test's database, engine and stand-ins. */
function startWorker(): Running {
  const { evolutionUrl, openaiUrl, smtpUrl } = harness.sandbox;
  return launch('worker', [], {
    ...ENV,
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATA_DIR: '.local/test',
    DATABASE_PORT: String(harness.env.database.port),
    TEMPORAL_PORT: String(harness.env.temporal.port),
    TEMPORAL_NAMESPACE: harness.env.temporal.namespace,
    PUBLIC_URL: harness.url,
    EVOLUTION_URL: evolutionUrl,
    EVOLUTION_API_KEY: 'sandbox',
    OPENAI_BASE_URL: openaiUrl,
    OPENAI_API_KEY: 'sandbox',
    SMTP_URL: smtpUrl,
  });
}

async function kill(): Promise<void> {
  const gone = new Promise((exited) => worker.child.once('exit', exited));
  worker.child.kill('SIGKILL');
  await gone;
  worker = startWorker();
}

it('goes on with the worker killed wherever a run stands: each message once, each call and mail under one key (F2, F3)', async () => {
  const tenant = await harness.tenant();
  const { instance } = await tenant.connectNumber(harness.phone);
  const number = Phone.number();
  await harness.phone.write(instance, number, 'oi');
  const conversation = await eventually(async () => {
    const [found] = await tenant.conversations();
    if (found === undefined) throw new Error('no conversation yet');
    return found;
  }, RECOVERS_MS);
  const email = `${newId()}@example.test`;
  const nodes = STEPS.flatMap((name): [string, [string, Record<string, unknown>]][] => [
    [`chama_${name}`, ['http_request', { method: 'POST', url: `{{ gatilho.url }}/${name}`, body: '{}' }]],
    [`diz_${name}`, ['send_text', SAY(`passo ${name}`)]],
    [`espera_${name}`, ['wait', HOLD(1)]],
    [`nota_${name}`, ['set_variable', SET('passo', name)]],
    [`envia_${name}`, ['send_email', { to: [email], subject: `passo ${name}`, body: 'oi' }]],
  ]);
  const order = ['start', ...nodes.map(([id]) => id), 'fim'];
  const ways = order.slice(1).map((node, index) => `${order[index]}.out > ${node}`);
  const run = await beginFlow(
    tenant,
    flowOf({ start: MANUAL, ...Object.fromEntries(nodes), fim: ['end'] }, ways),
    { payload: { url }, conversationId: conversation.id, contactId: conversation.contact.id },
  );
  const killedAt = new Set<string>();
  await eventually(async () => {
    const { status, standing, failure } = await run.row();
    const at = (standing as { node: string }[]).find(({ node }) => !killedAt.has(node));
    if (at !== undefined) {
      killedAt.add(at.node);
      await kill();
    }
    expect([status, failure]).toEqual(['ended', null]);
  }, 8 * RECOVERS_MS);
  expect([...killedAt]).toEqual(nodes.map(([id]) => id).filter((id) => !id.startsWith('nota')));
  // A call whose answer was lost is repeated under its own key: the other system sees one.
  expect(new Set(called).size).toBe(STEPS.length);
  const said = (await harness.phone.received(instance, number)).filter((text) => text.startsWith('passo'));
  expect(said).toEqual(STEPS.map((name) => `passo ${name}`));
  const mails = (await harness.phone.mails()).filter(({ to }) => to.includes(email));
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(STEPS.length);
  const set = (await run.trace()).filter(({ kind }) => kind === 'set_variable');
  expect(set.map(({ status }) => status)).toEqual(['done', 'done']);
}, 800_000);
