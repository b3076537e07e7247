import { apiErrorOf } from './api-error';
import { NetworkError } from './network-error';
import { sessionFetch } from './session-fetch';

interface Sent {
  /** As JSON. */
  body?: unknown;
  /** As it is. */
  bytes?: Blob;
  signal?: AbortSignal;
  keepalive?: boolean;
}

/**
 * A request whose shape is written here by hand.
 *
 * @throws ApiError when it was refused, NetworkError when nothing came
 */
export async function send<T>(
  method: string,
  path: string,
  { body, bytes, signal, keepalive }: Sent = {},
): Promise<T> {
  const request = new Request(new URL(path, location.href), {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
    ...(bytes && { body: bytes, headers: { 'content-type': 'application/octet-stream' } }),
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
