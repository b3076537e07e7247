import { createBusiness } from '../tests/support/business';
import { Stack } from '../tests/support/stack';
import { type Measured, measure, type Target } from './load';
import { Cleanup, takeFolder } from './peers/cleanup';
import { installN8n, N8N_VERSION } from './peers/install-n8n';
import { startN8n } from './peers/n8n';
import { openPostgres } from './peers/postgres';
import { type Stubs, startStubs } from './stubs';

/**
 * `npm run bench:peers [seconds] [rounds]`: the product beside n8n on the same job (webhook, model, reply), in turns, in
 * one run. Only the ratio means anything beyond the machine.
 */
const [seconds = 15, rounds = 2] = process.argv.slice(2).map(Number);
const CUSTOMERS = [8, 32];
const WARM_UP_SECONDS = 4;
const NAMES = ['prosa', 'n8n'] as const;
type Name = (typeof NAMES)[number];

const cleanup = new Cleanup();
let exitCode = 0;
try {
  await compare();
} catch (error) {
  // What fails because everything is being stopped is no news.
  if (!cleanup.hasBegun) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  exitCode = 1;
}
if (cleanup.hasBegun) await new Promise(() => undefined);
await cleanup.run();
process.exit(exitCode);

async function compare(): Promise<void> {
  const folder = takeFolder(cleanup);
  const stubs = await startStubs();
  cleanup.add(() => stubs.close());

  // First: without it the long installation is for nothing.
  tell('Opening a PostgreSQL for n8n …');
  const postgres = await openPostgres(cleanup, folder);
  const program = await installN8n(cleanup, tell);
  tell(`Starting n8n ${N8N_VERSION} …`);
  const n8n = await startN8n(cleanup, program, folder, postgres, stubs);
  tell('Starting Prosa …');
  const prosa = await startProsa(stubs);
  const results = await takeTurns({ prosa, n8n }, stubs);
  report(results, stubs, postgres.pids === undefined);
}

async function startProsa(stubs: Stubs): Promise<Target> {
  const starting = Stack.start(stubs, ['app']);
  // Before it is there: whoever interrupts its start does not leave its parts behind.
  cleanup.add(async () => (await starting).close());
  const stack = await starting;
  const parts = () =>
    Object.fromEntries(['app', 'database', 'temporal'].map((name) => [name, stack.pids(name)]));
  return { ...(await createBusiness(stack.env)).webhook, parts };
}

async function takeTurns(targets: Record<Name, Target>, stubs: Stubs): Promise<Record<Name, Measured[]>> {
  const results: Record<Name, Measured[]> = { prosa: [], n8n: [] };
  for (const customers of CUSTOMERS) {
    for (let round = 0; round < rounds; round += 1) {
      for (const name of NAMES) {
        const options = { customers, seconds, warmUpSeconds: WARM_UP_SECONDS };
        const measured = await measure(targets[name], stubs, options);
        results[name].push(measured);
        const { latencies, ...figures } = measured;
        tell(`${name}, ${String(latencies.length)} answers: ${JSON.stringify(figures)}`);
      }
    }
  }
  return results;
}

function report(results: Record<Name, Measured[]>, stubs: Stubs, databaseIsForeign: boolean): void {
  const lines = [
    '| customers | Prosa msg/s | n8n msg/s | Prosa / n8n | Prosa p50 / p95 / p99 ms | n8n p50 / p95 / p99 ms | Prosa CPU ms/msg | n8n CPU ms/msg | errors, Prosa / n8n |',
    '|---|---|---|---|---|---|---|---|---|',
    ...CUSTOMERS.map((customers) => row(customers, results)),
    '',
    'In this mode n8n keeps nothing durable between its nodes, so that a message it is working on is lost when it is killed; Prosa keeps every step.',
  ];
  if (databaseIsForeign) lines.push('The CPU of the database n8n was given is not counted.');
  const { doubled, unexpected } = stubs.surplus;
  if (doubled + unexpected > 0) {
    lines.push(`Replies sent twice: ${String(doubled)}; nobody asked for: ${String(unexpected)}.`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n`);
}

function row(customers: number, results: Record<Name, Measured[]>): string {
  const of = (name: Name, field: Exclude<keyof Measured, 'cpuByPart' | 'latencies'>) =>
    median(results[name].filter((each) => each.customers === customers).map((each) => each[field]));
  const percentiles = (name: Name) =>
    (['p50', 'p95', 'p99'] as const).map((field) => of(name, field)).join(' / ');
  const cells = [
    customers,
    of('prosa', 'messagesPerSecond'),
    of('n8n', 'messagesPerSecond'),
    (of('prosa', 'messagesPerSecond') / of('n8n', 'messagesPerSecond')).toFixed(2),
    percentiles('prosa'),
    percentiles('n8n'),
    of('prosa', 'cpuPerMessage'),
    of('n8n', 'cpuPerMessage'),
    NAMES.map((name) =>
      results[name]
        .filter((each) => each.customers === customers)
        .reduce((sum, { errors }) => sum + errors, 0),
    ).join(' / '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Of an even number the mean of the two in the middle. */
function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return Math.round(((middle[0] ?? 0) + (middle[1] ?? 0)) * 5) / 10;
}

/** Progress, apart from the table; none of it once everything is being stopped. */
function tell(line: string): void {
  if (!cleanup.hasBegun) process.stderr.write(`${line}\n`);
}
