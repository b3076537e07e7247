import { Agent, request } from 'undici';

/** Posts a text and tells the status; rejects when no answer came. */
export type PostJson = (
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
) => Promise<number>;

/** Connections are kept alive, as Evolution's are, so that a burst does not open one per event. */
export function createPostJson(): { post: PostJson; close: () => Promise<void> } {
  const dispatcher = new Agent({ connections: 64, headersTimeout: 0, bodyTimeout: 0 });
  return {
    post: async (url, headers, body, signal) => {
      const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher });
      await answer.body.dump();
      return answer.statusCode;
    },
    close: () => dispatcher.destroy(),
  };
}
