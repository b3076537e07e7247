import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import type { Stubs } from './stubs';

/** One system under load: where its webhook is and how to speak to it. */
export interface Target {
  url: string;
  headers: Record<string, string>;
  instance: string;
  /** Whose CPU counts, by part. */
  parts(): Record<string, number[]>;
  /** Instead of a customer's message. @returns 200 when it was taken */
  send?(token: string): Promise<number>;
}

export interface Measured {
  customers: number;
  messagesPerSecond: number;
  /** Milliseconds, webhook sent → reply at the provider. */
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of CPU of all its processes. */
  cpuPerMessage: number;
  /** The same by part. */
  cpuByPart: Record<string, number>;
  errors: number;
  /** All of them, in milliseconds, the shortest first. */
  latencies: number[];
}

const REPLY_WITHIN_MS = 30_000;
const agent = new Agent({ connections: 256 });
let runs = 0;

/**
 * Closed loop: each customer writes, waits until the reply reaches the provider, writes again. Numbers and ids are
 * new in each run, else a product that knows duplicates rightly stays silent.
 */
export async function measure(
  target: Target,
  stubs: Stubs,
  options: {
    customers: number;
    seconds: number;
    warmUpSeconds: number;
    /** Who writes; new numbers in each run without it. */
    numberOf?: (index: number) => string;
  },
): Promise<Measured> {
  const run = `${String(process.pid)}${String(runs++)}`;
  const latencies: number[] = [];
  let errors = 0;
  let measuring = false;
  let stopped = false;

  async function customer(index: number): Promise<void> {
    const number =
      options.numberOf?.(index) ?? `55119${String(60_000_000 + Number(run.slice(-4)) * 1_000 + index)}`;
    for (let count = 0; !stopped; count += 1) {
      const token = `tk-${run}-${String(index)}-${String(count)}`;
      const startedAt = performance.now();
      const replied = stubs.reply(token);
      const late = new Promise<'late'>((resolve) =>
        setTimeout(() => resolve('late'), REPLY_WITHIN_MS).unref(),
      );
      const sending = target.send?.(token) ?? deliver(target, number, token);
      const status = await sending.catch(() => 0);
      if (status !== 200) {
        errors += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      if ((await Promise.race([replied, late])) === 'late') errors += 1;
      else if (measuring) latencies.push(performance.now() - startedAt);
    }
  }

  const customers = Array.from({ length: options.customers }, (_, index) => customer(index));
  await pause(options.warmUpSeconds);
  const cpuBefore = cpuByPart(target);
  const startedAt = performance.now();
  measuring = true;
  await pause(options.seconds);
  measuring = false;
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpuAfter = cpuByPart(target);
  stopped = true;
  await Promise.race([Promise.all(customers), pause(10)]);
  const cpu = Object.fromEntries(
    Object.entries(cpuAfter).map(([part, ms]) => [
      part,
      (ms - (cpuBefore[part] ?? 0)) / Math.max(1, latencies.length),
    ]),
  );
  const sorted = [...latencies].sort((a, b) => a - b);
  return {
    customers: options.customers,
    messagesPerSecond: round(latencies.length / seconds),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    cpuPerMessage: round(Object.values(cpu).reduce((sum, part) => sum + part, 0)),
    cpuByPart: Object.fromEntries(Object.entries(cpu).map(([part, ms]) => [part, round(ms)])),
    errors,
    latencies: sorted,
  };
}

/** Of what is sorted already; rounded. */
export function percentile(sorted: number[], share: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

/** One webhook, as Evolution sends it. @returns the status of the answer */
export async function deliver(target: Target, number: string, token: string): Promise<number> {
  const response = await request(target.url, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/json', ...target.headers },
    body: JSON.stringify({
      event: 'messages.upsert',
      instance: target.instance,
      data: {
        key: { remoteJid: `${number}@s.whatsapp.net`, fromMe: false, id: `MSG${token}` },
        pushName: 'Cliente',
        message: { conversation: `Qual o horário de vocês? ${token}` },
        messageType: 'conversation',
        messageTimestamp: Math.floor(Date.now() / 1_000),
      },
    }),
  });
  await response.body.dump();
  return response.statusCode;
}

function cpuByPart(target: Target): Record<string, number> {
  return Object.fromEntries(Object.entries(target.parts()).map(([part, pids]) => [part, cpuOf(pids)]));
}

/** Milliseconds of user and system time; Linux counts them in hundredths of a second. */
function cpuOf(pids: number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const fields =
        readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
          .split(') ')[1]
          ?.split(' ') ?? [];
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return sum;
    }
  }, 0);
}

/** What a part holds in memory. */
export function residentBytes(pids: number[]): number {
  const PAGE = 4_096;
  return pids.reduce((sum, pid) => {
    const pages = Number(readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]);
    return sum + pages * PAGE;
  }, 0);
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
const round = (value: number) => Math.round(value * 10) / 10;
