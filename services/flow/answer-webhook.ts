import * as z from 'zod';
import type { FlowOutcome } from '../../domain/flow/order';
import { asText, type FlowObject } from '../../domain/flow/runtime/value';
import { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import type { RunFacts } from './run-types';

export interface WebhookReply {
  status: number;
  as: 'json' | 'text';
  body: string;
}

const replySchema = z.object({
  effect: z.string(),
  status: z.int().min(200).max(599),
  as: z.enum(['json', 'text']),
  body: z.string(),
});

/** Between two looks for a reply (ms): soon at first, for flows that only reckon. */
const LOOK_MS = [50, 100, 200, 400];
const OVER = new Set(['ended', 'failed', 'cancelled']);

/** Answers the call that began the run, if it waits. The first answer counts; the same effect again is the same answer. */
export async function answerWebhook(
  deps: Pick<Deps, 'db'>,
  { tenantId, runId }: Pick<RunFacts, 'tenantId' | 'runId'>,
  effect: string,
  settings: FlowObject,
): Promise<FlowOutcome> {
  const status = Number(settings.status);
  const as = settings.as === 'text' ? 'text' : 'json';
  const body = asText(settings.body);
  if (as === 'json' && body.trim() !== '' && !isJson(body)) {
    return { error: { type: 'invalid_json', message: body.slice(0, 200) } };
  }
  const reply = { effect, status, as, body } satisfies z.infer<typeof replySchema>;
  const first = await deps.db.withTenant(tenantId, async (tx) => {
    await tx.flowRun.updateMany({
      where: { tenantId, id: runId, triggerKind: 'inbound_webhook', reply: { equals: Prisma.DbNull } },
      data: { reply },
    });
    return tx.flowRun.findFirst({ where: { tenantId, id: runId }, select: { reply: true } });
  });
  const kept = replySchema.safeParse(first?.reply);
  return { handle: 'out', output: { status, respondeu: kept.success && kept.data.effect === effect } };
}

/**
 * What the run answers within this time (ms).
 *
 * @returns undefined when it has not, or is over without one
 */
export async function awaitReply(
  deps: Pick<Deps, 'db'>,
  { tenantId, runId }: Pick<RunFacts, 'tenantId' | 'runId'>,
  withinMs: number,
): Promise<WebhookReply | undefined> {
  const until = Date.now() + withinMs;
  for (let look = 0; ; look += 1) {
    const row = await deps.db.withTenant(tenantId, (tx) =>
      tx.flowRun.findFirst({ where: { tenantId, id: runId }, select: { reply: true, status: true } }),
    );
    const reply = replySchema.safeParse(row?.reply);
    if (reply.success) return reply.data;
    const left = until - Date.now();
    if (row === null || OVER.has(row.status) || left <= 0) return undefined;
    const pause = Math.min(left, LOOK_MS[Math.min(look, LOOK_MS.length - 1)] ?? 0);
    await new Promise((resume) => setTimeout(resume, pause));
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
