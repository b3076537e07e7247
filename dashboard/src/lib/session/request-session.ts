import { apiErrorOf } from '../api/api-error';
import { NetworkError } from '../api/network-error';
import type { Session } from '../api/types';
import { currentLanguage } from '../i18n/language';
import { learnServerTime } from '../time/server-clock';

/** Outside the API client, which itself waits for what this gives. */
export async function requestSession(): Promise<Session> {
  let response: Response;
  try {
    response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      headers: { 'accept-language': currentLanguage() },
    });
  } catch (error) {
    throw new NetworkError({ cause: error });
  }
  learnServerTime(response);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw apiErrorOf(response, body);
  return body as Session;
}
