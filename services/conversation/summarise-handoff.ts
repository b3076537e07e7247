import * as z from 'zod';
import { currentCorrelation } from '../../config/correlation';
import { buildSummaryPrompt } from '../../domain/agent/build-summary-prompt';
import type { TimelineEntry } from '../../domain/agent/build-prompt';
import { spokenWords } from '../../domain/agent/media-words';
import { priceOf } from '../../domain/agent/price';
import type { TurnTrace } from '../../domain/agent/trace';
import { extractSummary, keptSummary } from '../../domain/conversation/handoff-summary';
import { ConversationState } from '../../domain/conversation/state';
import type { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { withMediaOf } from '../media/media-of-timeline';

export interface HandoffToSummarise {
  tenantId: string;
  conversationId: string;
  /** One id, one call of the model. */
  summaryId: string;
  /** No model: the plain extract. */
  giveUp: boolean;
}

/** Newest lines of the timeline that are read. */
const LINES = 40;

const authorSchema = z.enum(['customer', 'ai', 'human', 'system']);

/**
 * Writes what the team should know of a conversation that was handed over, beside its state (S2.39). The tokens are
 * counted as a turn of their own, of the decision "summary". Back with the AI meanwhile, there is nobody to read it.
 *
 * @throws ProviderUnavailableError, ProviderRejectedError as the model does; never with `giveUp`
 */
export async function summariseHandoff(
  deps: Pick<Deps, 'db' | 'live' | 'writeText'>,
  input: HandoffToSummarise,
  signal?: AbortSignal,
): Promise<void> {
  const { tenantId, conversationId } = input;
  const found = await read(deps, input);
  if (found === undefined || found.state === ConversationState.IA_ATIVA) return;
  // What was said in recordings counts, too.
  found.timeline = await withMediaOf(deps, { ...input, gaveUpSeq: 0 }, found.timeline);
  const summary = found.written ?? (input.giveUp ? extracted(found) : await ask(deps, input, found, signal));
  await deps.db.withTenant(tenantId, (tx) =>
    tx.conversation.updateMany({
      where: { tenantId, id: conversationId, state: { not: ConversationState.IA_ATIVA } },
      data: { handoffSummary: summary },
    }),
  );
  deps.live.publish(tenantId, { type: 'conversation', conversationId });
}

function extracted({ timeline, locale }: Found): string {
  return extractSummary(
    timeline.map((entry) => ({ author: entry.author, text: spokenWords(entry) })),
    locale,
  );
}

interface Found {
  state: string;
  fence: number;
  inboundSeq: bigint;
  locale: string;
  timeline: TimelineEntry[];
  /** By an earlier attempt. */
  written: string | undefined;
}

async function read(deps: Pick<Deps, 'db'>, input: HandoffToSummarise): Promise<Found | undefined> {
  const { tenantId, conversationId } = input;
  return deps.db.withTenant(tenantId, async (tx) => {
    const row = await tx.conversation.findFirst({
      where: { tenantId, id: conversationId },
      include: { tenant: { select: { locale: true } } },
    });
    if (row === null) return undefined;
    const lines = await tx.message.findMany({
      where: { tenantId, conversationId, deletedAt: null, kind: { not: 'event' } },
      orderBy: { seq: 'desc' },
      take: LINES,
      select: { seq: true, author: true, kind: true, text: true },
    });
    const earlier = await tx.turn.findFirst({ where: { tenantId, id: input.summaryId } });
    return {
      state: row.state,
      fence: row.fence,
      inboundSeq: row.inboundSeq,
      locale: row.tenant.locale,
      timeline: lines
        .reverse()
        .map((line) => ({ ...line, seq: Number(line.seq), author: authorSchema.parse(line.author) })),
      written: earlier === null ? undefined : keptSummary(rawOf(earlier.trace)),
    };
  });
}

async function ask(
  deps: Pick<Deps, 'db' | 'writeText'>,
  input: HandoffToSummarise,
  found: Found,
  signal: AbortSignal | undefined,
): Promise<string> {
  const prompt = buildSummaryPrompt(found);
  const askedAt = performance.now();
  const answer = await deps.writeText(prompt, signal);
  const trace: TurnTrace = {
    prompt,
    passages: [],
    retrieval: null,
    raw: answer.content,
    confidence: null,
    threshold: 0,
    model: answer.model,
    costMicros: priceOf(answer.model, answer.promptTokens, answer.completionTokens),
    latency: { search: 0, model: Math.round(performance.now() - askedAt) },
    attempt: 1,
    problem: null,
  };
  await deps.db.withTenant(input.tenantId, (tx) =>
    tx.turn.createMany({
      data: {
        id: input.summaryId,
        tenantId: input.tenantId,
        conversationId: input.conversationId,
        fence: found.fence,
        uptoSeq: found.inboundSeq,
        decision: 'summary',
        trace: trace as unknown as Prisma.InputJsonObject,
        promptTokens: answer.promptTokens,
        completionTokens: answer.completionTokens,
        correlationId: currentCorrelation()?.correlationId ?? null,
      },
      skipDuplicates: true,
    }),
  );
  return keptSummary(answer.content);
}

const traceSchema = z.object({ raw: z.string().nullable() });

function rawOf(trace: unknown): string {
  return traceSchema.safeParse(trace).data?.raw ?? '';
}
