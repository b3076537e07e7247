import type OpenAI from 'openai';
import { type Chat, readCompletion } from './chat';
import { translateOpenAiError } from './translate-error';

/** A paragraph or two; a runaway model stops here. */
const MAX_TEXT_TOKENS = 400;

/** The port of `Chat` for plain text instead of JSON: what colleagues read, not customers. Throws alike. */
export function createWriteText(client: OpenAI, model: string): Chat {
  return async (messages, signal) => {
    let answer: unknown;
    try {
      answer = await client.chat.completions.create(
        { model, messages, max_completion_tokens: MAX_TEXT_TOKENS },
        signal ? { signal } : {},
      );
    } catch (error) {
      throw translateOpenAiError(error);
    }
    return readCompletion(answer, { model, prompt: messages.map((message) => message.content).join('') });
  };
}
