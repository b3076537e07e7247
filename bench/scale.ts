import { openDatabase } from '../adapters/postgres/database';
import { newId } from '../config/new-id';
import { createBusiness } from '../tests/support/business';
import { Stack } from '../tests/support/stack';
import { deliver, measure, type Measured, percentile, residentBytes, type Target } from './load';
import { startStubs } from './stubs';

/**
 * `npm run bench:scale [seconds] [ages|open|flood …]`: whether a message costs more in an old conversation, among many open ones, or beside
 * a tenant that floods. Each row is to be read against the first of its table, never by itself.
 */
const seconds = Number(process.argv[2] ?? 8);
const AGES = [10, 1_000, 10_000];
const OPEN = [100, 1_000, 10_000];
const CUSTOMERS = 8;
const FLOOD = 10_000;
const QUIET_TENANTS = 9;

const stubs = await startStubs();
const stack = await Stack.start(stubs, ['app']);
const PARTS = { ages, open: openConversations, flood };
const wanted = process.argv.slice(3);
try {
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await part();
  }
} finally {
  await stack.close();
  stubs.close();
}
process.exit(0);

async function newTarget(): Promise<Target & { tenantId: string }> {
  const { webhook, tenantId } = await createBusiness(stack.env);
  const parts = () =>
    Object.fromEntries(['app', 'database', 'temporal'].map((name) => [name, stack.pids(name)]));
  return { ...webhook, tenantId, parts };
}

/** Conversations that have said this much already. */
async function ages(): Promise<void> {
  const rows: [string, Measured][] = [];
  for (const [index, age] of AGES.entries()) {
    const target = await newTarget();
    const numberOf = numbers(70_000_000 + index * 1_000);
    for (let customer = 0; customer < CUSTOMERS; customer += 1) await open(target, numberOf(customer));
    await fill(target.tenantId, age);
    rows.push([`${String(age)} messages`, await load(target, numberOf)]);
  }
  table('Age of the conversation', rows);
}

/** Beside this many other conversations that are open; what one of them takes of the worker's memory. */
async function openConversations(): Promise<void> {
  const target = await newTarget();
  const rows: [string, Measured][] = [];
  const numberOf = numbers(80_000_000);
  const before = residentBytes(stack.pids('app'));
  let opened = 0;
  for (const count of OPEN) {
    while (opened < count) {
      const batch = Math.min(16, count - opened);
      await Promise.all(Array.from({ length: batch }, () => open(target, numberOf(opened++))));
    }
    rows.push([`${String(count)} open`, await load(target, numbers(79_000_000 + count))]);
  }
  table('Open conversations', rows);
  const each = (residentBytes(stack.pids('app')) - before) / opened / 1_024;
  say(`The process grew by ${each.toFixed(1)} KiB for each conversation that was opened.\n`);
}

/** Nine tenants talk; then a tenth sends all it has at once. */
async function flood(): Promise<void> {
  const quiet = await Promise.all(Array.from({ length: QUIET_TENANTS }, newTarget));
  const noisy = await newTarget();
  const talk = async () => {
    const all = await Promise.all(
      quiet.map((target) => measure(target, stubs, { customers: 1, seconds, warmUpSeconds: 2 })),
    );
    return together(all);
  };
  const rows: [string, Measured][] = [['quiet', await talk()]];
  const numberOf = numbers(90_000_000);
  let sent = 0;
  const over = new AbortController();
  const flooding = (async () => {
    for (; sent < FLOOD && !over.signal.aborted; sent += 50) {
      const batch = Array.from({ length: 50 }, (_, index) =>
        deliver(noisy, numberOf((sent + index) % 500), `tk-flood-${String(sent + index)}`).catch(() => 0),
      );
      await Promise.all(batch);
    }
  })();
  rows.push(['beside a flood', await talk()]);
  over.abort();
  table(`${String(QUIET_TENANTS)} tenants, while a tenth sends ${String(FLOOD)} messages`, rows);
  say(`Of the flood, ${String(sent)} had been taken by then.\n`);
  await flooding;
}

/** What was measured at the same time on the same processes, as one. */
function together(all: Measured[]): Measured {
  const [first] = all;
  if (first === undefined) throw new Error('nothing was measured');
  const latencies = all.flatMap((each) => each.latencies).sort((one, other) => one - other);
  const sum = (field: 'messagesPerSecond' | 'errors' | 'customers') =>
    Math.round(all.reduce((total, each) => total + each[field], 0) * 10) / 10;
  // Each has divided all the CPU by its own messages.
  const share = first.latencies.length / latencies.length;
  return {
    ...first,
    customers: sum('customers'),
    messagesPerSecond: sum('messagesPerSecond'),
    errors: sum('errors'),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpuPerMessage: Math.round(first.cpuPerMessage * share * 10) / 10,
    latencies,
  };
}

function load(target: Target, numberOf: (index: number) => string): Promise<Measured> {
  return measure(target, stubs, { customers: CUSTOMERS, seconds, warmUpSeconds: 3, numberOf });
}

/** A conversation with one message that was answered. */
async function open(target: Target, number: string): Promise<void> {
  const token = `tk-open-${newId()}`;
  const replied = stubs.reply(token);
  if ((await deliver(target, number, token)) !== 200) throw new Error('the product refuses messages');
  await replied;
}

/** Puts a past into each conversation of a tenant. */
async function fill(tenantId: string, messages: number): Promise<void> {
  const db = openDatabase({ ...stack.env.database, log: () => undefined });
  await db.withTenant(tenantId, async (tx) => {
    const conversations = await tx.conversation.findMany({ where: { tenantId } });
    for (const { id, channelId, seq } of conversations) {
      const now = new Date();
      for (let from = 1; from <= messages; from += 500) {
        const count = Math.min(500, messages - from + 1);
        await tx.message.createMany({
          data: Array.from({ length: count }, (_, index) => ({
            id: newId(),
            tenantId,
            conversationId: id,
            channelId,
            seq: seq + BigInt(from + index),
            author: index % 2 === 0 ? 'customer' : 'ai',
            kind: 'text',
            text: 'Bom dia! Vocês atendem aos sábados?',
            status: index % 2 === 0 ? 'received' : 'sent',
            sentAt: now,
            acceptedAt: now,
          })),
        });
      }
      const reached = seq + BigInt(messages);
      await tx.conversation.update({
        where: { id },
        data: { seq: reached, inboundSeq: reached, answeredSeq: reached },
      });
    }
  });
  await db.close();
}

function table(title: string, rows: [string, Measured][]): void {
  const [, first] = rows[0] ?? [];
  say(`### ${title}\n`);
  say('| | msg/s | p50 ms | p95 ms | p95 against the first | CPU ms/msg | against the first | errors |');
  say('|---|---|---|---|---|---|---|---|');
  for (const [name, row] of rows) {
    const against = (field: 'p95' | 'cpuPerMessage') => (row[field] / (first?.[field] ?? 1)).toFixed(2);
    const cells = [name, row.messagesPerSecond, row.p50, row.p95, against('p95'), row.cpuPerMessage];
    say(`| ${[...cells, against('cpuPerMessage'), row.errors].join(' | ')} |`);
  }
  say('');
}

function numbers(base: number): (index: number) => string {
  return (index) => `55119${String(base + index)}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
