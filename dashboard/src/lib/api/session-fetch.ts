import { currentLanguage } from '../i18n/language';
import { renewSession } from '../session/renew-session';
import { currentSession } from '../session/session';
import { learnServerTime } from '../time/server-clock';

/** The API client's fetch: speaks for who is signed in, and renews the session once when it is refused. */
export async function sessionFetch(request: Request): Promise<Response> {
  request.headers.set('accept-language', currentLanguage());
  const token = currentSession()?.accessToken;
  if (token === undefined) return send(request);
  const again = request.clone();
  const response = await send(withToken(request, token));
  if (response.status !== 401) return response;
  // Another request may have renewed it while this one was under way.
  const renewed = currentSession()?.accessToken;
  const next = renewed !== undefined && renewed !== token ? renewed : (await renewSession())?.accessToken;
  return next === undefined ? response : send(withToken(again, next));
}

function withToken(request: Request, token: string): Request {
  request.headers.set('authorization', `Bearer ${token}`);
  return request;
}

async function send(request: Request): Promise<Response> {
  const response = await fetch(request);
  learnServerTime(response);
  return response;
}
