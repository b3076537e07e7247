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
/** What arrived at the other system, and what it did: each thing once for its key, as an API that knows them does. */
const arrived: { path: string; key: string }[] = [];
const did = new Map<string, string>();

beforeAll(async () => {
  harness = await startHarness({ workers: false, env: ENV });
  worker = startWorker();
  server = createServer((req, res) => {
    const path = req.url ?? '';
    const key = req.headers['idempotency-key']?.toString() ?? '';
    const isKnown = did.has(key);
    arrived.push({ path, key });
    did.set(key, path);
    // What is done, but not yet said: the worker is killed meanwhile, and nobody is there to hear the answer.
    if (path.startsWith('/slow') && !isKnown) return;
    res.writeHead(200, { 'content-type': 'application/json' }).end('{}');
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

/** The other side has it, and its answer is on the way for as long as it takes to be killed. */
async function isHalfDone(node: string, to: string): Promise<boolean> {
  const [what, name] = node.split('_');
  if (what === 'chama') return arrived.some(({ path }) => path === `/slow/${name}`);
  if (what !== 'envia') return true;
  return (await mailsTo(to)).some(({ subject }) => subject === `passo ${name}`);
}

/** In the order of their arrival. */
const mailsTo = async (to: string) =>
  (await harness.phone.mails()).filter((mail) => mail.to.includes(to)).toReversed();

/** By step: a call and a mail whose answers are lost with the worker, and a call and a mail that are over by then. */
function drawing(email: string) {
  const call = (path: string) => ({ method: 'POST', url: `{{ gatilho.url }}${path}`, body: '{}' });
  const nodes = STEPS.flatMap((name): [string, [string, Record<string, unknown>]][] => [
    [`anota_${name}`, ['http_request', call(`/quick/${name}`)]],
    [`chama_${name}`, ['http_request', call(`/slow/${name}`)]],
    [`diz_${name}`, ['send_text', SAY(`passo ${name}`)]],
    [`espera_${name}`, ['wait', HOLD(1)]],
    [`nota_${name}`, ['set_variable', SET('passo', name)]],
    [`avisa_${name}`, ['send_email', { to: [email], subject: `aviso ${name}`, body: 'oi' }]],
    [`envia_${name}`, ['send_email', { to: [email], subject: `passo ${name}`, body: 'oi' }]],
  ]);
  const order = ['start', ...nodes.map(([id]) => id), 'fim'];
  const ways = order.slice(1).map((node, index) => `${order[index]}.out > ${node}`);
  return flowOf({ start: MANUAL, ...Object.fromEntries(nodes), fim: ['end'] }, ways);
}

it('goes on with the worker killed wherever a run stands: each effect once, and what was under way once more under its key (F2, F3)', async () => {
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
  for (const name of STEPS) {
    const late = { target: 'smtp', kind: 'delayAnswer', ms: 3_600_000, times: 1 };
    await harness.phone.fault({ ...late, contains: `passo ${name}` });
  }
  const run = await beginFlow(tenant, drawing(email), {
    payload: { url },
    conversationId: conversation.id,
    contactId: conversation.contact.id,
  });
  const killedAt: string[] = [];
  await eventually(async () => {
    const { status, standing, failure } = await run.row();
    const at = (standing as { node: string }[]).find(
      ({ node }) => !killedAt.includes(node) && /^(chama|diz|espera|envia)/.test(node),
    );
    if (at !== undefined && (await isHalfDone(at.node, email))) {
      killedAt.push(at.node);
      await kill();
    }
    expect([status, failure]).toEqual(['ended', null]);
  }, 8 * RECOVERS_MS);
  expect(killedAt).toEqual(
    STEPS.flatMap((name) => ['chama', 'diz', 'espera', 'envia'].map((what) => `${what}_${name}`)),
  );
  // Whose answer had come before is not asked again, though it could not tell; the other comes twice and is done once.
  expect(arrived.map(({ path }) => path)).toEqual(
    STEPS.flatMap((name) => [`/quick/${name}`, `/slow/${name}`, `/slow/${name}`]),
  );
  expect([...did.values()].sort()).toEqual(['/quick/a', '/quick/b', '/slow/a', '/slow/b']);
  const said = (await harness.phone.received(instance, number)).filter((text) => text.startsWith('passo'));
  expect(said).toEqual(STEPS.map((name) => `passo ${name}`));
  // Mail knows no keys: the one under way is sent again, under the message id it had, by which mailboxes tell.
  const mails = await mailsTo(email);
  expect(mails.map(({ subject }) => subject)).toEqual(
    STEPS.flatMap((name) => [`aviso ${name}`, `passo ${name}`, `passo ${name}`]),
  );
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2 * STEPS.length);
  const set = (await run.trace()).filter(({ kind }) => kind === 'set_variable');
  expect(set.map(({ status }) => status)).toEqual(['done', 'done']);
}, 800_000);
