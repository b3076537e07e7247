import { apiErrorOf } from '../../../lib/api/api-error';
import { NetworkError } from '../../../lib/api/network-error';
import { sessionFetch } from '../../../lib/api/session-fetch';

/**
 * A request whose shape is written here by hand.
 *
 * @throws ApiError when it was refused, NetworkError when nothing came
 */
export async function send<T>(
  method: string,
  path: string,
  { body, signal, keepalive }: { body?: unknown; signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<T> {
  const request = new Request(new URL(path, location.href), {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
    ...(signal && { signal }),
    ...(keepalive !== undefined && { keepalive }),
  });
  let response: Response;
  try {
    response = await sessionFetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NetworkError({ cause: error });
  }
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw apiErrorOf(response, answer);
  return answer as T;
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>('GET', path, signal ? { signal } : {});
}
