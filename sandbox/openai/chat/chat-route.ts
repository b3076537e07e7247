import { randomBytes } from 'node:crypto';
import type { Fault, FaultKind } from '../../faults/fault';
import type { Answer } from '../../http/answer';
import type { RouteHandler } from '../../http/stand-in-route';
import type { World } from '../../world';
import { countTokens } from '../count-tokens';
import { parseChatRequest, type ChatRequest } from './chat-request';
import { complete } from './complete';

interface Outcome {
  content: string | null;
  refusal: string | null;
  finishReason: 'stop' | 'length' | 'content_filter';
}

export function chatRoute(world: World): RouteHandler {
  return (req, faults) => {
    const request = parseChatRequest(req.body);
    const outcome = spoil(limit(complete(request), request), faults);
    const head = {
      id: `chatcmpl-${randomBytes(12).toString('base64url')}`,
      created: Math.floor(world.clock.now() / 1_000),
      model: request.model,
      system_fingerprint: 'fp_sandbox',
    };
    const usage = faults.some(({ kind }) => kind === 'noUsage') ? undefined : usageOf(request, outcome);
    if (request.stream === true) return stream(head, outcome, request, usage);
    const message = {
      role: 'assistant',
      content: outcome.content,
      refusal: outcome.refusal,
      annotations: [],
    };
    const choice = { index: 0, message, logprobs: null, finish_reason: outcome.finishReason };
    const choices = faults.some(({ kind }) => kind === 'emptyChoices') ? [] : [choice];
    return { status: 200, body: { ...head, object: 'chat.completion', choices, usage } };
  };
}

function limit(content: string, { max_completion_tokens: max }: ChatRequest): Outcome {
  if (max == null || countTokens(content) <= max) return { content, refusal: null, finishReason: 'stop' };
  return { content: content.slice(0, max * 4), refusal: null, finishReason: 'length' };
}

/** What a model can do wrong while its server answers 200. */
function spoil(outcome: Outcome, faults: Fault[]): Outcome {
  const half = (outcome.content ?? '').slice(0, Math.floor((outcome.content ?? '').length / 2));
  const said = faults.find(({ kind }) => kind === 'say');
  const ways: Partial<Record<FaultKind, Partial<Outcome>>> = {
    ...(said?.kind === 'say' ? { say: { content: saying(outcome.content, said.text) } } : {}),
    garbage: { content: 'Claro! Aqui vai a resposta: ```{"answer": nenhuma' },
    refusal: { content: null, refusal: "I'm sorry, I can't assist with that request." },
    length: { content: half, finishReason: 'length' },
    contentFilter: { content: half, finishReason: 'content_filter' },
    nullContent: { content: null },
  };
  const spoiled = faults.map(({ kind }) => ways[kind]).find((way) => way !== undefined);
  return { ...outcome, ...spoiled };
}

/** The reply the model would have given, in other words; or those alone where no JSON was asked for. */
function saying(content: string | null, text: string): string {
  try {
    const reply: unknown = JSON.parse(content ?? '');
    if (typeof reply !== 'object' || reply === null) return text;
    return JSON.stringify({ ...reply, intent: 'question', answer: text, support: 'full' });
  } catch {
    return text;
  }
}

function usageOf(request: ChatRequest, { content, refusal }: Outcome) {
  const prompt = countTokens(request.messages.map(({ text }) => text).join('\n'));
  const completion = countTokens(content ?? refusal ?? '');
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
  };
}

function stream(head: object, outcome: Outcome, request: ChatRequest, usage: object | undefined): Answer {
  const chunk = (delta: object, finishReason: string | null) => ({
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
  });
  const words = (outcome.content ?? '').match(/\s*\S+\s*/g) ?? [];
  const events: unknown[] = [
    chunk({ role: 'assistant', content: '', refusal: null }, null),
    ...words.map((word) => chunk({ content: word }, null)),
    ...(outcome.refusal === null ? [] : [chunk({ refusal: outcome.refusal }, null)]),
    chunk({}, outcome.finishReason),
  ];
  if (request.stream_options?.include_usage === true && usage !== undefined) {
    events.push({ ...head, object: 'chat.completion.chunk', choices: [], usage });
  }
  return { status: 200, events };
}
