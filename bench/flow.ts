import { Client, Connection } from '@temporalio/client';
import { request } from 'undici';
import { openDatabase } from '../adapters/postgres/database';
import type { FlowDocument } from '../domain/flow/document';
import { createBusiness } from '../tests/support/business';
import { flowOf, WHEN } from '../tests/support/flow';
import { GIVES, HOLD, SET } from '../tests/support/flow-sketches';
import { freePorts, until } from '../tests/support/processes';
import { canConnect, Stack } from '../tests/support/stack';
import { type Measured, measure, residentBytes, type Target } from './load';
import { startStubs } from './stubs';

/**
 * `npm run bench:flow [seconds] [rounds] [parked]`: runs of an automation beside the same steps written as a workflow, in
 * turns, in one run; nodes a second; what parked runs cost. Only the ratios mean anything beyond the machine.
 */
const [seconds = 0, rounds = 0, parked = 0] = [15, 2, 10_000].map((usual, index) =>
  Number(process.argv[index + 2] ?? usual),
);
const AT_ONCE = [16, 64];
const ITEMS = 200;
const SETTLE_MS = 15_000;

/** What tells of a conversation may hold the token. */
const TRIGGER: [string, Record<string, unknown>] = ['conversation_state_changed', { to: ['resolved'] }];

const stubs = await startStubs();
const [barePort = 0] = await freePorts(1);
const stack = await Stack.start(stubs, ['app'], { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' });
const address = `127.0.0.1:${String(stack.env.temporal.port)}`;
let authorization = '';
try {
  stack.launch('bench-flow-bare', [String(barePort), address, stubs.evolutionUrl]);
  await until('the workflow written by hand', () => canConnect(barePort));
  authorization = await signIn(await createBusiness(stack.env));
  await compare(await publish(steps()));
  await nodesASecond(await publish(loop()));
  await park(await publish(waiting()));
} finally {
  await stack.close();
  stubs.close();
}
process.exit(0);

/** Call, decide, wait a second, call: as bench/bare/flow-workflow.ts. */
function steps(): FlowDocument {
  const call = (body: string): [string, Record<string, unknown>] => [
    'http_request',
    { method: 'POST', url: `${stubs.evolutionUrl}/step`, body },
  ];
  return flowOf(
    {
      t: TRIGGER,
      primeira: call('{}'),
      escolhe: ['condition', WHEN('blocos.primeira.status', '201')],
      espera: ['wait', HOLD(1)],
      segunda: call('{"token":"{{ gatilho.de }}"}'),
      fim: ['end', GIVES({ status: '{{ blocos.segunda.status }}' })],
    },
    [
      't.out > primeira',
      'primeira.out > escolhe',
      'escolhe.yes > espera',
      'escolhe.else > fim',
      'espera.out > segunda',
      'segunda.out > fim',
    ],
  );
}

/** Two nodes, gone through with every item, and then a call. */
function loop(): FlowDocument {
  return flowOf(
    {
      t: TRIGGER,
      lista: [
        'set_variable',
        {
          assignments: [
            { name: 'itens', type: 'list', value: { expression: `[${'1,'.repeat(ITEMS - 1)}1]` } },
          ],
        },
      ],
      cada: ['for_each', { list: 'variaveis.itens', most: ITEMS, atOnce: 1 }],
      um: ['set_variable', SET('um', '{{ item }}')],
      dois: ['set_variable', SET('dois', '{{ variaveis.um }}')],
      avisa: [
        'http_request',
        { method: 'POST', url: `${stubs.evolutionUrl}/step`, body: '{"token":"{{ gatilho.de }}"}' },
      ],
      fim: ['end'],
    },
    [
      't.out > lista',
      'lista.out > cada',
      'cada.each > um',
      'um.out > dois',
      'cada.done > avisa',
      'avisa.out > fim',
    ],
  );
}

function waiting(): FlowDocument {
  return flowOf({ t: TRIGGER, espera: ['wait', HOLD(30 * 86_400)], fim: ['end'] }, [
    't.out > espera',
    'espera.out > fim',
  ]);
}

async function compare(flowId: string): Promise<void> {
  const targets = {
    flow: target(['app', 'database', 'temporal'], (token) => begin(flowId, { de: token })),
    direct: target(['bench-flow-bare', 'temporal'], async (token) => {
      const url = `http://127.0.0.1:${String(barePort)}/`;
      const response = await request(url, { method: 'POST', body: token });
      await response.body.dump();
      return response.statusCode;
    }),
  };
  const results: Record<keyof typeof targets, Measured[]> = { flow: [], direct: [] };
  for (const customers of AT_ONCE) {
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? (['direct', 'flow'] as const) : (['flow', 'direct'] as const);
      for (const name of order) {
        const measured = await measure(targets[name], stubs, { customers, seconds, warmUpSeconds: 4 });
        results[name].push(measured);
        process.stderr.write(`${name} ${JSON.stringify(measured)}\n`);
      }
    }
  }
  say(
    '| at once | flow runs/s | written by hand | CPU ms a run | by hand | CPU ratio | of it worker and API | errors |',
  );
  say('|---|---|---|---|---|---|---|---|');
  for (const customers of AT_ONCE) {
    const of = (name: keyof typeof targets, value: (row: Measured) => number) =>
      median(results[name].filter((row) => row.customers === customers).map(value));
    const [cpu, byHand] = [of('flow', (row) => row.cpuPerMessage), of('direct', (row) => row.cpuPerMessage)];
    const cells = [
      customers,
      of('flow', (row) => row.messagesPerSecond),
      of('direct', (row) => row.messagesPerSecond),
      cpu,
      byHand,
      (cpu / byHand).toFixed(2),
      of('flow', (row) => row.cpuByPart.app ?? 0),
      of('flow', (row) => row.errors),
    ];
    say(`| ${cells.join(' | ')} |`);
  }
  const events = await eventsOf(['flowRun', 'direct']);
  say(`\nEvents a run: flow ${events.flowRun ?? 0}, written by hand ${events.direct ?? 0}.\n`);
}

async function nodesASecond(flowId: string): Promise<void> {
  const flow = target(['app', 'database', 'temporal'], (token) => begin(flowId, { de: token }));
  const { messagesPerSecond, cpuPerMessage } = await measure(flow, stubs, {
    customers: 4,
    seconds,
    warmUpSeconds: 2,
  });
  const nodes = 2 * ITEMS + 4;
  say(
    `Nodes of ${nodes} a run, every one in the trace: ${Math.round(messagesPerSecond * nodes)} a second, ${((cpuPerMessage * 1_000) / nodes).toFixed(0)} µs of CPU each.\n`,
  );
}

async function park(flowId: string): Promise<void> {
  const weight = async () => ({ app: residentBytes(stack.pids('app')), ...(await databaseBytes()) });
  const before = await weight();
  for (let begun = 0; begun < parked; begun += 20) {
    await Promise.all(Array.from({ length: 20 }, () => begin(flowId, {})));
  }
  await new Promise((resume) => setTimeout(resume, SETTLE_MS));
  const after = await weight();
  const each = (part: keyof typeof before) => ((after[part] - before[part]) / parked / 1_024).toFixed(1);
  say(
    `Each of ${parked} parked runs: ${each('app')} KiB of the process that runs API and worker, ${each('tables')} KiB of the database.`,
  );
}

async function databaseBytes(): Promise<{ tables: number }> {
  const db = openDatabase({ ...stack.env.database, log: () => undefined });
  const [row] = await db.withSystem(
    (tx) => tx.$queryRaw<{ size: bigint }[]>`SELECT pg_database_size(current_database()) AS size`,
  );
  await db.close();
  return { tables: Number(row?.size ?? 0) };
}

function target(names: string[], send: (token: string) => Promise<number>): Target {
  return {
    url: '',
    headers: {},
    instance: '',
    parts: () => Object.fromEntries(names.map((name) => [name, stack.pids(name)])),
    send,
  };
}

/** @returns 200 when the run has begun */
async function begin(flowId: string, payload: object): Promise<number> {
  const { status } = await call('POST', `automations/${flowId}/runs`, { payload });
  return status < 300 ? 200 : status;
}

async function publish(drawing: FlowDocument): Promise<string> {
  const { body: created } = await call('POST', 'automations', { name: drawing.name });
  const { id, revision } = created as { id: string; revision: number };
  const saved = await call('PUT', `automations/${id}`, { draft: drawing, revision });
  const published = await call('POST', `automations/${id}/publish`, {});
  if (published.status >= 300) throw new Error(JSON.stringify([saved.body, published.body]));
  return id;
}

async function call(method: 'POST' | 'PUT', path: string, body: object) {
  const response = await request(`${stack.url}/api/v1/${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.statusCode, body: await response.body.json() };
}

async function signIn({ email, password }: { email: string; password: string }): Promise<string> {
  const response = await request(`${stack.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = (await response.body.json()) as { accessToken: string };
  return `Bearer ${accessToken}`;
}

async function eventsOf(types: string[]): Promise<Record<string, number>> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace: 'prosa' });
  const found: Record<string, number> = {};
  for (const type of types) {
    const lengths: number[] = [];
    const query = `WorkflowType = "${type}" AND ExecutionStatus = "Completed"`;
    for await (const { historyLength } of client.workflow.list({ query })) {
      lengths.push(historyLength);
    }
    found[type] = median(lengths);
  }
  await connection.close();
  return found;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
