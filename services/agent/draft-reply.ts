import { buildPrompt, type PromptMessage, searchQuestion } from '../../domain/agent/build-prompt';
import { confidenceOf, type ScoredPassage } from '../../domain/agent/confidence';
import { type ParsedReply, parseModelReply } from '../../domain/agent/model-reply';
import { priceOf } from '../../domain/agent/price';
import type { TurnTrace } from '../../domain/agent/trace';
import type { HandoffReason } from '../../domain/conversation/state';
import type { ChatAnswer } from '../../adapters/openai/chat';
import type { LoadedTurn } from '../conversation/load-turn';
import type { Deps } from '../deps';
import type { EmbedQuestion } from '../knowledge/embed-question';
import { searchKnowledge } from '../knowledge/search-knowledge';

/** What a turn decided to do, before anybody may have come in between. */
export interface Draft {
  decision: 'answered' | 'handover' | 'silenced';
  reason: HandoffReason | null;
  confidence: number | null;
  balloons: string[];
  promptTokens: number;
  completionTokens: number;
  trace: TurnTrace;
  /** The model says that the customer is upset, or that it cannot wait. */
  urgent?: boolean;
}

/** Passages given to the model. */
const PASSAGES = 5;

/**
 * Thinks about what is unanswered: finds passages, asks the model, weighs its answer.
 *
 * @throws ProviderUnavailableError worth another try
 * @throws ProviderRejectedError another try is in vain
 */
export async function draftReply(
  deps: Pick<Deps, 'db' | 'chat'> & { embedQuestion: EmbedQuestion },
  input: { tenantId: string; turn: LoadedTurn; attempt: number; signal: AbortSignal },
): Promise<Draft> {
  const { turn, signal } = input;
  const searchedAt = performance.now();
  const { passages, retrieval } = turn.hasKnowledge
    ? await searchKnowledge(deps, input, {
        question: searchQuestion(turn.timeline, turn.answeredSeq),
        limit: PASSAGES,
        signal,
      })
    : { passages: [], retrieval: null };
  const askedAt = performance.now();
  const prompt = buildPrompt({
    tenantName: turn.tenant.name,
    contactName: turn.contactName,
    tone: turn.config.tone,
    instructions: turn.config.instructions,
    localTime: localTime(turn.tenant.timeZone),
    timeline: turn.timeline,
    answeredSeq: turn.answeredSeq,
    passages,
  });
  const { answer, parsed } = await ask(deps, prompt, passages, turn.config.confidenceThreshold, signal);
  const confidence = confidenceOf(parsed, passages);
  const verdict = decide(parsed, confidence.value, turn);
  return {
    ...verdict,
    urgent: parsed.kind === 'structured' && parsed.reply.urgent === true,
    confidence: confidence.value,
    promptTokens: answer.promptTokens,
    completionTokens: answer.completionTokens,
    trace: {
      prompt,
      passages,
      retrieval,
      raw: answer.content,
      confidence,
      threshold: turn.config.confidenceThreshold,
      model: answer.model,
      costMicros: priceOf(answer.model, answer.promptTokens, answer.completionTokens),
      latency: { search: Math.round(askedAt - searchedAt), model: Math.round(performance.now() - askedAt) },
      attempt: input.attempt,
      problem: null,
    },
  };
}

/** Asks once more when the answer is unusable: models slip, and most slips do not come twice. */
async function ask(
  deps: Pick<Deps, 'chat'>,
  prompt: PromptMessage[],
  passages: ScoredPassage[],
  threshold: number,
  signal: AbortSignal,
): Promise<{ answer: ChatAnswer; parsed: ParsedReply }> {
  const first = await deps.chat(prompt, signal);
  const parsed = parseModelReply(first.content);
  if (parsed.kind === 'structured' || confidenceOf(parsed, passages).value >= threshold) {
    return { answer: first, parsed };
  }
  // After the instructions: the conversation still ends with what is to be answered.
  const [instructions, ...conversation] = prompt;
  const reminder = { role: 'system' as const, content: 'Responda só com o JSON pedido, completo e válido.' };
  const second = await deps.chat(
    [...(instructions === undefined ? [] : [instructions]), reminder, ...conversation],
    signal,
  );
  return {
    answer: {
      ...second,
      promptTokens: first.promptTokens + second.promptTokens,
      completionTokens: first.completionTokens + second.completionTokens,
    },
    parsed: parseModelReply(second.content),
  };
}

function decide(
  parsed: ParsedReply,
  confidence: number,
  turn: LoadedTurn,
): Pick<Draft, 'decision' | 'reason' | 'balloons'> {
  if (parsed.kind === 'structured' && parsed.reply.intent === 'person') {
    return { decision: 'handover', reason: 'person_requested', balloons: [] };
  }
  const text =
    parsed.kind === 'structured' ? parsed.reply.answer.trim() : parsed.kind === 'plain' ? parsed.text : '';
  if (text === '' || confidence < turn.config.confidenceThreshold) {
    return { decision: 'handover', reason: 'low_confidence', balloons: [] };
  }
  return { decision: 'answered', reason: null, balloons: [opened(text, parsed, turn)] };
}

/** The tenant's greeting opens the first answer; a customer who only greeted gets the greeting alone. */
function opened(text: string, parsed: ParsedReply, turn: LoadedTurn): string {
  const greeting = turn.config.greeting.trim();
  if (!turn.firstAnswer || greeting === '') return text;
  const onlyGreeted = parsed.kind === 'structured' && parsed.reply.intent === 'smalltalk';
  return onlyGreeted ? greeting : `${greeting}\n\n${text}`;
}

/** Making a formatter costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function localTime(timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('pt-BR', { timeZone, dateStyle: 'full', timeStyle: 'short' });
    clocks.set(timeZone, clock);
  }
  return clock.format(new Date());
}

/** A turn that failed for good: nothing was drafted, a person is to come. */
export function failedDraft(turn: LoadedTurn, attempt: number, problem: string): Draft {
  return {
    decision: 'handover',
    reason: 'provider_failure',
    confidence: null,
    balloons: [],
    promptTokens: 0,
    completionTokens: 0,
    trace: emptyTrace(turn, attempt, problem),
  };
}

/** A turn that does not ask the model: the customer gets a person. */
export function leftToPerson(turn: LoadedTurn, attempt: number, reason: 'backlog' | 'outside_hours'): Draft {
  return { ...failedDraft(turn, attempt, LEFT_BECAUSE[reason]), reason };
}

const LEFT_BECAUSE = {
  backlog: 'the newest message is older than the business lets the AI answer',
  outside_hours: 'nobody is there, and the business wants the AI silent then',
};

/** A turn of a tenant whose AI may not speak. */
export function silencedDraft(turn: LoadedTurn, attempt: number): Draft {
  return {
    ...failedDraft(turn, attempt, `tenant ${turn.tenant.status}, billing ${turn.tenant.billingStatus}`),
    decision: 'silenced',
    reason: null,
  };
}

function emptyTrace(turn: LoadedTurn, attempt: number, problem: string): TurnTrace {
  return {
    prompt: [],
    passages: [],
    retrieval: null,
    raw: null,
    confidence: null,
    threshold: turn.config.confidenceThreshold,
    model: null,
    costMicros: null,
    latency: { search: 0, model: 0 },
    attempt,
    problem,
  };
}
