import { request } from 'undici';

/** Posts a body within the time given, and tells the status; rejects when no answer came. */
export type PostWebhook = (
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
) => Promise<number>;

export const postWebhook: PostWebhook = async (url, headers, body, timeoutMs) => {
  const answer = await request(url, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body.dump();
  return answer.statusCode;
};
