import { Agent, request } from 'undici';
import { ATTEMPT_TIMEOUT_MS } from './retry-delay';

/** Posts a text and tells the status; rejects when no answer came. */
export type PostJson = (url: string, headers: Record<string, string>, body: string) => Promise<number>;

/** Connections are kept alive, as Evolution's are, so that a burst does not open one per event. */
export function createPostJson(): { post: PostJson; close: () => Promise<void> } {
  const dispatcher = new Agent({
    connections: 64,
    connect: { timeout: ATTEMPT_TIMEOUT_MS },
    headersTimeout: ATTEMPT_TIMEOUT_MS,
    bodyTimeout: ATTEMPT_TIMEOUT_MS,
  });
  return {
    post: async (url, headers, body) => {
      const answer = await request(url, { method: 'POST', headers, body, dispatcher });
      await answer.body.dump();
      return answer.statusCode;
    },
    close: () => dispatcher.destroy(),
  };
}
