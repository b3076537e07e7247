import type OpenAI from 'openai';
import * as z from 'zod';
import type { PromptMessage } from '../../domain/agent/build-prompt';
import { modelReplySchema } from '../../domain/agent/model-reply';
import { ErrorCode, ProviderRejectedError, ProviderUnavailableError } from '../../domain/errors';
import { translateOpenAiError } from './translate-error';

export interface ChatAnswer {
  content: string;
  model: string;
  promptTokens: number;
  completionTokens: number;
}

/** The port: answers a turn's prompt as JSON (domain/agent/model-reply.ts), as far as the provider obeys. */
export type Chat = (messages: PromptMessage[], signal?: AbortSignal) => Promise<ChatAnswer>;

/** Long enough for any WhatsApp answer; a runaway model stops here. */
const MAX_ANSWER_TOKENS = 1_500;
const CHARACTERS_PER_TOKEN = 4;

const RESPONSE_FORMAT = {
  type: 'json_schema',
  json_schema: { name: 'reply', strict: true, schema: z.toJSONSchema(modelReplySchema) },
} as const;

/** What compatible servers really send: any part may be missing, so nothing of the SDK's types is believed. */
const completionSchema = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

/**
 * @throws ProviderUnavailableError worth another try (honour `retryAfterMs`)
 * @throws ProviderRejectedError another try is in vain
 */
export function createChat(client: OpenAI, model: string): Chat {
  return async (messages, signal) => {
    let answer: unknown;
    try {
      answer = await client.chat.completions.create(
        { model, messages, response_format: RESPONSE_FORMAT, max_completion_tokens: MAX_ANSWER_TOKENS },
        signal ? { signal } : {},
      );
    } catch (error) {
      throw translateOpenAiError(error);
    }
    return readCompletion(answer, { model, prompt: messages.map((message) => message.content).join('') });
  };
}

/**
 * What a chat completion says and what it used, if it says anything.
 *
 * @param asked what to fall back on where the provider does not tell
 */
export function readCompletion(answer: unknown, asked: { model: string; prompt: string }): ChatAnswer {
  const completion = completionSchema.safeParse(answer);
  if (!completion.success) throw unusable('an unknown shape');
  const [choice] = completion.data.choices;
  if (choice === undefined) throw unusable('no choices');
  if (choice.finish_reason === 'content_filter' || choice.message.refusal) {
    throw new ProviderRejectedError(ErrorCode.provider_rejected, 'The model refused to answer');
  }
  const content = choice.message.content?.trim();
  if (!content) throw unusable('an empty answer');
  const usage = completion.data.usage;
  return {
    content,
    model: completion.data.model ?? asked.model,
    // Some compatible servers report no usage: an estimate meters better than nothing.
    promptTokens: usage?.prompt_tokens ?? estimate(asked.prompt),
    completionTokens: usage?.completion_tokens ?? estimate(content),
  };
}

function unusable(what: string): ProviderUnavailableError {
  return new ProviderUnavailableError(
    ErrorCode.provider_unavailable,
    `The model provider answered with ${what}`,
  );
}

function estimate(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
