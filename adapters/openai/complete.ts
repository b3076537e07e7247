import type OpenAI from 'openai';
import type { PromptMessage } from '../../domain/agent/build-prompt';
import { type ChatAnswer, readCompletion } from './chat';
import { translateOpenAiError } from './translate-error';

export interface ToComplete {
  messages: PromptMessage[];
  /** Another one than the installation's. */
  model?: string;
  maxTokens: number;
  /** JSON of this JSON Schema. `strict`: to the letter, where the schema is of the strict kind. */
  json?: { name: string; schema: Record<string, unknown>; strict: boolean };
}

/** The port: what automations ask a model. Throws as `Chat` does. */
export type Complete = (asked: ToComplete, signal?: AbortSignal) => Promise<ChatAnswer>;

export function createComplete(client: OpenAI, defaultModel: string): Complete {
  return async ({ messages, model = defaultModel, maxTokens, json }, signal) => {
    let answer: unknown;
    try {
      answer = await client.chat.completions.create(
        {
          model,
          messages,
          max_completion_tokens: maxTokens,
          ...(json === undefined
            ? {}
            : { response_format: { type: 'json_schema', json_schema: json } as const }),
        },
        signal ? { signal } : {},
      );
    } catch (error) {
      throw translateOpenAiError(error);
    }
    return readCompletion(answer, { model, prompt: messages.map((message) => message.content).join('') });
  };
}
