import type { Chat } from '../../adapters/openai/chat';
import type { PromptMessage } from '../../domain/agent/build-prompt';

/** Roughly, for what a provider does not report. */
const CHARACTERS_PER_TOKEN = 4;

/** What an attempt has spent so far. */
export interface Spent {
  promptTokens: number;
  completionTokens: number;
  /** The prompt of the newest call, for the trace; empty when none was made. */
  prompt: PromptMessage[];
}

/**
 * Counts what goes through a chat port. A call that we cut short is billed and reports nothing: its prompt is
 * estimated. One that the provider refused or failed is not billed.
 */
export function meterChat(chat: Chat): { chat: Chat; spent(): Spent } {
  const total: Spent = { promptTokens: 0, completionTokens: 0, prompt: [] };
  return {
    async chat(messages, signal) {
      total.prompt = messages;
      try {
        const answer = await chat(messages, signal);
        total.promptTokens += answer.promptTokens;
        total.completionTokens += answer.completionTokens;
        return answer;
      } catch (error) {
        if (signal?.aborted === true) {
          const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
          total.promptTokens += Math.ceil(characters / CHARACTERS_PER_TOKEN);
        }
        throw error;
      }
    },
    spent: () => ({ ...total }),
  };
}
