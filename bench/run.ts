import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { openDatabase } from '../adapters/postgres/database';
import { readEnv, type Env } from '../config/env';
import { newId } from '../config/new-id';
import { createChannel, WEBHOOK_SECRET_HEADER } from '../services/channel/create-channel';
import { SEALED } from '../services/channel/channel-access';
import { createSecretBox } from '../services/secret/secret-box';
import { createTenant } from '../services/tenant/create-tenant';
import { type Measured, measure, type Target } from './load';
import { familyOf, freePorts, launch, type Running, until } from './processes';
import { startStubs } from './stubs';

// `npm run bench [seconds] [rounds]`: the product beside bare Temporal, in turns, in one run.
const [seconds = '15', rounds = '2'] = process.argv.slice(2);
const CUSTOMERS = [1, 8, 32];

const stubs = await startStubs();
const dataDir = mkdtempSync(join(tmpdir(), 'prosa-bench-'));
const [port = 0, databasePort = 0, temporalPort = 0, uiPort = 0, barePort = 0] = await freePorts(5);
const settings = {
  NODE_ENV: 'development',
  DATA_DIR: dataDir,
  PORT: String(port),
  DATABASE_PORT: String(databasePort),
  TEMPORAL_PORT: String(temporalPort),
  TEMPORAL_UI_PORT: String(uiPort),
  EVOLUTION_URL: stubs.evolutionUrl,
  EVOLUTION_API_KEY: 'bench',
  OPENAI_BASE_URL: stubs.openaiUrl,
  OPENAI_API_KEY: 'bench',
  SANDBOX: 'off',
};
const env = readEnv(settings);
const running: Running[] = [];
try {
  const database = start('database');
  const temporal = start('temporal');
  await until('the database', () => canConnect(databasePort));
  await until('Temporal', () => canConnect(temporalPort));
  await new Promise((resolve) => start('migrate').child.once('exit', resolve));
  const app = start('app');
  await until('the app', async () => (await fetch(`http://127.0.0.1:${String(port)}/ready`)).ok);
  const bare = start('bench-bare', [
    String(barePort),
    `127.0.0.1:${String(temporalPort)}`,
    stubs.evolutionUrl,
  ]);
  await until('bare Temporal', () => canConnect(barePort));

  const pids = ({ child }: Running) => familyOf(child.pid ?? 0);
  const prosa: Target = {
    ...(await webhook(env)),
    parts: () => ({ app: pids(app), database: pids(database), temporal: pids(temporal) }),
  };
  const bareTarget: Target = {
    url: `http://127.0.0.1:${String(barePort)}/`,
    headers: {},
    instance: 'bare',
    parts: () => ({ app: pids(bare), temporal: pids(temporal) }),
  };
  const results: Record<'prosa' | 'bare', Measured[]> = { prosa: [], bare: [] };
  for (const customers of CUSTOMERS) {
    for (let round = 0; round < Number(rounds); round += 1) {
      const order = round % 2 === 0 ? (['bare', 'prosa'] as const) : (['prosa', 'bare'] as const);
      for (const name of order) {
        const target = name === 'prosa' ? prosa : bareTarget;
        const measured = await measure(target, stubs, {
          customers,
          seconds: Number(seconds),
          warmUpSeconds: 4,
        });
        results[name].push(measured);
        process.stderr.write(`${name} ${JSON.stringify(measured)}\n`);
      }
    }
  }
  report(results, await eventsPerMessage(temporalPort));
} finally {
  for (const each of running.reverse()) await each.stop();
  stubs.close();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

function start(name: string, args: string[] = []): Running {
  const process = launch(name, args, settings);
  running.push(process);
  return process;
}

async function canConnect(where: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(where, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** A tenant without knowledge that answers everything at once: the peers' job, webhook → model → send. */
async function webhook(of: Env): Promise<Omit<Target, 'parts'>> {
  const db = openDatabase({ ...of.database, log: () => undefined });
  const secrets = createSecretBox(of.encryptionKeys);
  const person = {
    name: 'Bench',
    email: `${newId()}@example.test`,
    password: 'a-long-password',
    role: 'ORG_ADMIN' as const,
  };
  const { tenantId, userId } = await createTenant({ db }, { name: 'Bench', owner: person });
  await db.withTenant(tenantId, (tx) =>
    tx.botConfig.update({
      where: { tenantId },
      data: { debounceMs: 0, confidenceThreshold: 0, greeting: '', charactersPerSecond: 0, sendPerMinute: 0 },
    }),
  );
  const evolution = { createInstance: () => Promise.resolve() } as never;
  const live = { publish: () => undefined, close: () => Promise.resolve() };
  const ctx = { tenantId, userId, role: 'ORG_ADMIN' as const };
  const { id } = await createChannel({ db, env: of, secrets, evolution, live }, ctx, { name: 'Bench' });
  const row = await db.withTenant(tenantId, (tx) => tx.channel.findUniqueOrThrow({ where: { id } }));
  await db.close();
  const key = secrets.open({ tenantId, column: SEALED.webhookKey }, row.webhookKey);
  const secret = secrets.open({ tenantId, column: SEALED.webhookSecret }, row.webhookSecret);
  return {
    url: `http://127.0.0.1:${String(of.port)}/webhooks/evolution/${key}`,
    headers: { [WEBHOOK_SECRET_HEADER]: secret },
    instance: row.instanceName,
  };
}

/** Signals and events of all histories: what one message adds. */
async function eventsPerMessage(where: number): Promise<Record<string, number>> {
  const connection = await Connection.connect({ address: `127.0.0.1:${String(where)}` });
  const client = new Client({ connection, namespace: 'prosa' });
  const counts: Record<string, number> = {};
  for (const type of ['conversation', 'bare']) {
    let events = 0;
    let messages = 0;
    for await (const { workflowId } of client.workflow.list({ query: `WorkflowType = "${type}"` })) {
      const history = await client.workflow.getHandle(workflowId).fetchHistory();
      const signals =
        history.events?.filter((event) => event.workflowExecutionSignaledEventAttributes != null) ?? [];
      events += history.events?.length ?? 0;
      messages += signals.length;
    }
    counts[type] = Math.round((events / Math.max(1, messages)) * 100) / 100;
  }
  await connection.close();
  return counts;
}

function report(results: Record<'prosa' | 'bare', Measured[]>, events: Record<string, number>): void {
  const rows = CUSTOMERS.map((customers) => {
    const median = (name: 'prosa' | 'bare', field: Exclude<keyof Measured, 'cpuByPart'>) => {
      const values = results[name].filter((row) => row.customers === customers).map((row) => row[field]);
      return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    };
    return { customers, median };
  });
  const lines = [
    '| customers | Prosa msg/s | bare Temporal msg/s | ratio | Prosa p50 / p95 / p99 ms | bare p50 ms | Prosa CPU ms/msg | bare CPU ms/msg | errors |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(({ customers, median }) => {
      const ratio = (median('prosa', 'messagesPerSecond') / median('bare', 'messagesPerSecond')).toFixed(2);
      const percentiles = (['p50', 'p95', 'p99'] as const).map((field) => median('prosa', field)).join(' / ');
      return `| ${[
        customers,
        median('prosa', 'messagesPerSecond'),
        median('bare', 'messagesPerSecond'),
        ratio,
        percentiles,
        median('bare', 'p50'),
        median('prosa', 'cpuPerMessage'),
        median('bare', 'cpuPerMessage'),
        median('prosa', 'errors'),
      ].join(' | ')} |`;
    }),
    '',
    `Events per message: Prosa ${String(events['conversation'])}, bare Temporal ${String(events['bare'])}.`,
    `Replies sent twice: ${String(stubs.surplus.doubled)}; replies nobody asked for: ${String(stubs.surplus.unexpected)}.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
