import { Client, Connection } from '@temporalio/client';
import { createBusiness } from '../tests/support/business';
import { freePorts, until } from '../tests/support/processes';
import { canConnect, Stack } from '../tests/support/stack';
import { type Measured, measure, type Target } from './load';
import { startStubs } from './stubs';

// `npm run bench [seconds] [rounds]`: the product beside bare Temporal, in turns, in one run.
const [seconds = '15', rounds = '2'] = process.argv.slice(2);
const CUSTOMERS = [1, 8, 32];

const stubs = await startStubs();
const [barePort = 0] = await freePorts(1);
const stack = await Stack.start(stubs, ['app']);
try {
  const temporalPort = stack.env.temporal.port;
  stack.launch('bench-bare', [String(barePort), `127.0.0.1:${String(temporalPort)}`, stubs.evolutionUrl]);
  await until('bare Temporal', () => canConnect(barePort));

  const of = (...names: string[]) => Object.fromEntries(names.map((name) => [name, stack.pids(name)]));
  const prosa: Target = {
    ...(await createBusiness(stack.env)).webhook,
    parts: () => of('app', 'database', 'temporal'),
  };
  const bareTarget: Target = {
    url: `http://127.0.0.1:${String(barePort)}/`,
    headers: {},
    instance: 'bare',
    parts: () => of('bench-bare', 'temporal'),
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
  await stack.close();
  stubs.close();
}
process.exit(0);

/** Signals and events of all histories: what one message adds. */
async function eventsPerMessage(where: number): Promise<Record<string, number>> {
  const connection = await Connection.connect({ address: `127.0.0.1:${String(where)}` });
  const client = new Client({ connection, namespace: 'prosa' });
  const counts: Record<string, number> = {};
  for (const type of ['conversation', 'bare']) {
    let events = 0;
    let messages = 0;
    for await (const { workflowId, runId } of client.workflow.list({ query: `WorkflowType = "${type}"` })) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
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
    const median = (name: 'prosa' | 'bare', field: Exclude<keyof Measured, 'cpuByPart' | 'latencies'>) => {
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
