import { type Database, openDatabase } from '../../adapters/postgres/database';
import type { Env } from '../../config/env';
import type { Held } from './people';
import type { Sent } from './providers';
import type { Written } from './traffic';

export const NOTICES = { fallback: 'AVISO-EQUIPE', unanswered: 'AVISO-NINGUEM', humanReturn: 'AVISO-VOLTEI' };
/** A timer may ring this late after an outage (ms). */
const LATE_MS = 60_000;

export interface Verdict {
  written: number;
  accepted: number;
  once: number;
  twice: number;
  /** Neither answered nor with a person. */
  silent: number;
  handedOver: number;
  violations: string[];
  /** Why the AI gave conversations to people, and how often. */
  reasons: Record<string, number>;
  recoveries: Recovery[];
}

/** What a kill cost those who were writing (ms); null where nobody wrote, or nothing was open. */
export interface Recovery {
  part: string;
  /** Until somebody who wrote after the kill had an answer. */
  resumedMs: number | null;
  /** Until everything that was open at the kill was answered. */
  answeredMs: number | null;
}

export interface Kill {
  part: string;
  at: number;
}

interface Event {
  number: string;
  seq: number;
  at: number;
  type: string;
  reason: string | undefined;
}

interface Records {
  /** Customer messages by token. */
  seqOf: Map<string, { number: string; seq: number; rows: number }>;
  events: Event[];
  /** Each conversation's timeline, one line a message. */
  stories: Map<string, string[]>;
  /** What was claimed for the AI, and when. */
  claims: { conversationId: string; at: number }[];
  deadlinesMissed: number;
}

/** Compares what customers wrote, what reached their phones and what the database says: I1 to I4 and I8. */
export async function check(
  env: Env,
  tenantId: string,
  run: { written: Written[]; sent: Sent[]; held: Held[]; kills: Kill[] },
): Promise<Verdict> {
  const db = openDatabase({ ...env.database, log: () => undefined });
  const records = await read(db, tenantId);
  await db.close();
  const violations: string[] = [];
  const times = new Map<string, number>();
  for (const { tokens } of run.sent)
    for (const token of tokens) times.set(token, (times.get(token) ?? 0) + 1);

  const verdict = { written: run.written.length, accepted: 0, once: 0, twice: 0, silent: 0, handedOver: 0 };
  for (const { token, number, acceptedAt } of run.written) {
    if (acceptedAt === null) continue;
    verdict.accepted += 1;
    const row = records.seqOf.get(token);
    if (row === undefined) violations.push(`I1 ${token}: taken, and not stored`);
    else if (row.rows > 1) violations.push(`I1 ${token}: stored ${String(row.rows)} times`);
    const count = times.get(token) ?? 0;
    if (count === 1) verdict.once += 1;
    else if (count > 1) {
      verdict.twice += 1;
      violations.push(`I2 ${token}: answered ${String(count)} times`);
    } else if (row !== undefined && isWithPerson(records, number, row.seq)) verdict.handedOver += 1;
    else {
      verdict.silent += 1;
      const story = records.stories
        .get(number)
        ?.slice(Math.max(0, (row?.seq ?? 0) - 4), (row?.seq ?? 0) + 40);
      violations.push([`I1 ${token}: no answer, no person`, ...(story ?? [])].join('\n    '));
    }
  }
  return {
    ...verdict,
    reasons: reasonsOf(records),
    recoveries: recoveriesOf(records, run),
    violations: [
      ...violations,
      ...spokenWhileHeld(records, run.held),
      ...outOfOrder(records, run.sent),
      ...wrongNotices(records, run.sent),
      ...(records.deadlinesMissed > 0
        ? [`I8 ${String(records.deadlinesMissed)} returns are more than a minute late`]
        : []),
    ],
  };
}

/** Messages that people had meanwhile are left out: they wait for their time, not for a process. */
function recoveriesOf(
  records: Records,
  run: { written: Written[]; sent: Sent[]; kills: Kill[] },
): Recovery[] {
  const answeredAt = new Map(
    run.sent.flatMap(({ tokens, at }) => tokens.map((token) => [token, at] as const)),
  );
  const withPeople = new Set(records.events.map(({ number }) => number));
  const answered = run.written.flatMap(({ token, number, at }) => {
    const until = answeredAt.get(token);
    return until === undefined || withPeople.has(number) ? [] : [{ at, until }];
  });
  return run.kills.map((kill) => {
    const later = answered.filter(({ at }) => at > kill.at).map(({ until }) => until - kill.at);
    const open = answered.filter(({ at, until }) => at <= kill.at && until > kill.at);
    return {
      part: kill.part,
      resumedMs: later.length === 0 ? null : Math.min(...later),
      answeredMs: open.length === 0 ? null : Math.max(...open.map(({ until }) => until - kill.at)),
    };
  });
}

function reasonsOf({ events }: Records): Record<string, number> {
  const reasons: Record<string, number> = {};
  for (const { type, reason = 'unknown' } of events) {
    if (type === 'handedOver') reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return reasons;
}

/** A hand-over or a take-over after it was written left it to people. */
function isWithPerson(records: Records, number: string, seq: number): boolean {
  const types = ['handedOver', 'takenOver', 'humanReplied'];
  return records.events.some(
    (event) => event.number === number && event.seq > seq && types.includes(event.type),
  );
}

/** I3: nothing of the AI may be claimed between the answer to a take-over and the request to return. One clock: same machine. */
function spokenWhileHeld(records: Records, held: Held[]): string[] {
  return held.flatMap(({ conversationId, from, to }) =>
    records.claims
      .filter((claim) => claim.conversationId === conversationId && claim.at > from && claim.at < to)
      .map(() => `I3 ${conversationId}: the AI spoke while a person had it`),
  );
}

/** I4: an answer never speaks to what was written before what an earlier answer spoke to. */
function outOfOrder(records: Records, sent: Sent[]): string[] {
  const reached = new Map<string, number>();
  return sent.flatMap(({ number, tokens }) => {
    const seqs = tokens.map((token) => records.seqOf.get(token)?.seq ?? 0);
    if (seqs.length === 0) return [];
    const before = reached.get(number) ?? 0;
    reached.set(number, Math.max(before, ...seqs));
    return Math.min(...seqs) < before ? [`I4 ${number}: ${tokens.join(' ')} was answered late`] : [];
  });
}

/** I8 and the hand-over's message: once for each event, never more; fewer only where something newer came first. */
function wrongNotices(records: Records, sent: Sent[]): string[] {
  const count = (number: string, text: string) =>
    sent.filter((message) => message.number === number && message.text.includes(text)).length;
  const numbers = new Set(records.events.map(({ number }) => number));
  return [...numbers].flatMap((number) => {
    const events = records.events.filter((event) => event.number === number);
    const handedOver = events.filter(({ type }) => type === 'handedOver').length;
    const returns = events.filter(({ type }) => type === 'deadlinePassed').length;
    const byPeople = events.some(({ type }) => type === 'takenOver');
    const told = count(number, NOTICES.fallback);
    const returned = count(number, NOTICES.humanReturn);
    const story = (records.stories.get(number) ?? []).map((line) => `\n    ${line}`).join('');
    return [
      ...(told > handedOver || (told < handedOver && !byPeople)
        ? [`I8 ${number}: ${String(handedOver)} hand-overs, told ${String(told)} times${story}`]
        : []),
      ...(returned > returns || (returned < returns && !byPeople)
        ? [`I8 ${number}: ${String(returns)} returns, told ${String(returned)} times${story}`]
        : []),
    ];
  });
}

async function read(db: Database, tenantId: string): Promise<Records> {
  return db.withTenant(tenantId, async (tx) => {
    const conversations = await tx.conversation.findMany({ where: { tenantId } });
    const numberOf = new Map(conversations.map((row) => [row.id, row.address.replace(/@.*|\D/g, '')]));
    const messages = await tx.message.findMany({
      where: { tenantId },
      orderBy: { seq: 'asc' },
      select: {
        conversationId: true,
        author: true,
        kind: true,
        text: true,
        seq: true,
        payload: true,
        status: true,
        createdAt: true,
      },
    });
    const seqOf: Records['seqOf'] = new Map();
    const events: Event[] = [];
    const stories = new Map<string, string[]>();
    for (const row of messages) {
      const number = numberOf.get(row.conversationId) ?? '';
      const line = `${row.createdAt.toISOString().slice(14)} ${String(row.seq)} ${row.author} ${row.status}: ${row.text.slice(0, 60)}`;
      stories.set(number, [...(stories.get(number) ?? []), line]);
      if (row.kind === 'event') {
        const { cause } = row.payload as { cause?: { type?: string; reason?: string } };
        const { type = '', reason } = cause ?? {};
        events.push({ number, seq: Number(row.seq), at: row.createdAt.getTime(), type, reason });
      }
      const token = row.author === 'customer' ? /tk-[\w-]+/.exec(row.text)?.[0] : undefined;
      if (token !== undefined) {
        seqOf.set(token, { number, seq: Number(row.seq), rows: (seqOf.get(token)?.rows ?? 0) + 1 });
      }
    }
    const outbox = await tx.outboxBalloon.findMany({
      where: { tenantId, kind: 'answer', claimedAt: { not: null } },
    });
    const now = Date.now();
    return {
      seqOf,
      stories,
      events,
      claims: outbox.map((row) => ({
        conversationId: row.conversationId,
        at: row.claimedAt?.getTime() ?? 0,
      })),
      deadlinesMissed: conversations.filter(
        (row) => row.humanDeadline !== null && row.humanDeadline.getTime() < now - LATE_MS,
      ).length,
    };
  });
}
