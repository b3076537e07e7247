import { Agent, request } from 'undici';

/** Posts a body within the time given, and tells the status; rejects when no answer came. */
export type PostWebhook = (
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
) => Promise<number>;

export function createPostWebhook(): { post: PostWebhook; close: () => Promise<void> } {
  const dispatcher = new Agent();
  return {
    post: async (url, headers, body, timeoutMs) => {
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher });
      await answer.body.dump();
      return answer.statusCode;
    },
    close: () => dispatcher.destroy(),
  };
}
