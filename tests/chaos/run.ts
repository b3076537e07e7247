import { parseArgs } from 'node:util';
import { createBusiness } from '../support/business';
import { type Part, Stack } from '../support/stack';
import { check, type Kill, NOTICES, type Verdict } from './check';
import { People } from './people';
import { type Moment, startProviders } from './providers';
import { seeded } from './random';
import { Traffic } from './traffic';

/**
 * `npm run chaos -- --kills 100 --parts worker,api,temporal --rate 40 --seed 1`: customers write, providers fail and
 * lie, people take over, and processes are killed; then the records are compared. Exit code 1 when one message was
 * lost, doubled, spoken over a person or out of order.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    parts: { type: 'string', default: 'worker,api,temporal,database' },
    rate: { type: 'string', default: '40' },
    customers: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    explain: { type: 'boolean', default: false },
    /** No failing providers and nobody who takes over: what is measured is the kill alone. */
    calm: { type: 'boolean', default: false },
    'seconds-between': { type: 'string', default: '4' },
  },
});
const PARTS: Part[] = ['worker', 'api', 'temporal', 'database'];
const parts = PARTS.filter((part) => values.parts.split(',').includes(part));
const HUMAN_RETURN_MS = 20_000;
const SETTLE_MS = 150_000;

const random = seeded(Number(values.seed));
const say = (line: string) => process.stdout.write(`${line}\n`);
say(
  `seed ${values.seed}: ${values.kills} kills each of ${parts.join(', ')} at ${values.rate} messages a second`,
);

const providers = await startProviders(random);
const stack = await Stack.start(providers, ['api', 'worker']);
let failures: string[];
try {
  const business = await createBusiness(stack.env, { ...NOTICES, humanReturnMs: HUMAN_RETURN_MS });
  failures = await run(business);
} finally {
  await stack.close();
  providers.close();
}
process.exit(failures.length === 0 ? 0 : 1);

async function run(business: Awaited<ReturnType<typeof createBusiness>>): Promise<string[]> {
  let isOver = false;
  let awaited: 'webhook' | Moment | undefined;
  let strike: () => void = () => undefined;
  const reached = (moment: 'webhook' | Moment) => {
    if (moment === awaited) strike();
  };
  providers.onMoment = reached;
  const traffic = new Traffic(business, random, Number(values.customers), () => reached('webhook'));
  const people = new People(stack.url, business, random);
  const writing = traffic.write(Number(values.rate), () => isOver);
  providers.areFaulty = !values.calm;
  const working = values.calm ? Promise.resolve() : people.work(() => isOver);
  const kills: Kill[] = [];

  await pause(3_000);
  for (let round = 0; round < Number(values.kills); round += 1) {
    for (const part of parts) {
      const moment = momentFor(part, round);
      if (moment !== undefined) {
        awaited = moment;
        await Promise.race([new Promise<void>((resolve) => (strike = resolve)), pause(3_000)]);
        awaited = undefined;
        // The webhook has just set out: the process is reached somewhere on its way through it.
        if (moment === 'webhook') await pause(random() * 15);
      }
      kills.push({ part, at: Date.now() });
      stack.kill(part);
      await pause(Number(values['seconds-between']) * 1_000 * (0.5 + random()));
    }
  }
  providers.areFaulty = false;
  isOver = true;
  await Promise.all([writing, working]);
  await traffic.settled();
  await stack.ready();
  await quiet(traffic);

  const verdict = await settle(() =>
    check(stack.env, business.tenantId, {
      written: traffic.written,
      sent: providers.sent,
      held: people.held,
      kills,
    }),
  );
  if (values.explain) explain(traffic, kills);
  report(verdict, traffic, people);
  return [...verdict.violations, ...stack.crashes];
}

/** Each part is killed at the moments of a turn in which it has something in its hands, and at any time between. */
function momentFor(part: Part, round: number): 'webhook' | Moment | undefined {
  if (part === 'api') return round % 2 === 0 ? 'webhook' : undefined;
  const moments = [undefined, 'model asked', 'message sent, not confirmed'] as const;
  return moments[round % moments.length];
}

/** Waits until nothing has been sent for as long as the longest clock of this run. */
async function quiet(traffic: Traffic): Promise<void> {
  const end = Date.now() + SETTLE_MS;
  while (Date.now() < end) {
    const last = Math.max(providers.sent.at(-1)?.at ?? 0, traffic.written.at(-1)?.acceptedAt ?? 0);
    if (Date.now() - last > HUMAN_RETURN_MS + 10_000) return;
    await pause(1_000);
  }
}

/** What is still on its way may arrive: how late it was is among the recoveries. What is wrong for good stays so. */
async function settle(look: () => Promise<Verdict>): Promise<Verdict> {
  const end = Date.now() + SETTLE_MS;
  for (;;) {
    const verdict = await look();
    if (verdict.violations.length === 0 || Date.now() > end) return verdict;
    await pause(10_000);
  }
}

/** The slowest answers beside the kills, to see what they waited for. */
function explain(traffic: Traffic, kills: Kill[]): void {
  const begin = traffic.written[0]?.at ?? 0;
  const answeredAt = new Map(
    providers.sent.flatMap(({ tokens, at }) => tokens.map((token) => [token, at] as const)),
  );
  for (const { part, at } of kills) say(`${String(at - begin)} killed ${part}`);
  const slow = traffic.written
    .map((each) => ({ ...each, answeredAt: answeredAt.get(each.token) ?? Infinity }))
    .sort((a, b) => b.answeredAt - b.at - (a.answeredAt - a.at));
  for (const { token, at, acceptedAt, answeredAt: answered, deliveries } of slow.slice(0, 25)) {
    const accepted = (acceptedAt ?? Infinity) - begin;
    say(`${token} written ${at - begin}, accepted ${accepted} (${deliveries}), answered ${answered - begin}`);
  }
}

function report(verdict: Verdict, traffic: Traffic, people: People): void {
  const { violations, recoveries, reasons, ...counts } = verdict;
  say(
    `written ${String(counts.written)}, accepted ${String(counts.accepted)}, given up by the provider ${String(traffic.givenUp)}`,
  );
  say(
    `once ${String(counts.once)}, twice ${String(counts.twice)}, silent ${String(counts.silent)}, handed over ${String(counts.handedOver)} (hand-overs: ${JSON.stringify(reasons)})`,
  );
  say(
    `taken over by people ${String(people.held.length)}; faults played ${JSON.stringify(providers.faults)}`,
  );
  for (const part of parts) {
    const kills = recoveries.filter((each) => each.part === part);
    const resumed = spread(kills.map(({ resumedMs }) => resumedMs));
    const answered = spread(kills.map(({ answeredMs }) => answeredMs));
    say(
      `${part}: ${String(kills.length)} kills, answers resumed after ${resumed}, all open answered after ${answered}`,
    );
  }
  for (const line of [...violations, ...stack.crashes].slice(0, 50)) say(`✗ ${line}`);
  say(
    violations.length + stack.crashes.length === 0
      ? 'no violation'
      : `${String(violations.length)} violations`,
  );
}

function spread(all: (number | null)[]): string {
  const sorted = all.filter((ms) => ms !== null).sort((a, b) => a - b);
  const at = (share: number) =>
    String(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return sorted.length === 0 ? 'nothing' : `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
