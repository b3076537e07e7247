import type { Session } from '../api/types';
import { ApiError } from '../api/api-error';
import { requestSession } from './request-session';
import { currentSession, sessionStore } from './session';
import { endSessionHere } from './end-session';

let running: Promise<Session | undefined> | undefined;

/**
 * Gets the next access token by the refresh cookie, once however many ask. Undefined when the session has ended.
 *
 * @throws ApiError, NetworkError when it is not known: the session may still be good
 */
export function renewSession(): Promise<Session | undefined> {
  running ??= renew().finally(() => {
    running = undefined;
  });
  return running;
}

async function renew(): Promise<Session | undefined> {
  try {
    const session = await inTurn(requestSession);
    const before = currentSession();
    // Somebody else signed in, in another tab: nothing of the one before may stay.
    if (before !== undefined && before.user.id !== session.user.id) endSessionHere('left');
    sessionStore.set({ status: 'signedIn', session });
    return session;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    endSessionHere('expired');
    return undefined;
  }
}

/** One tab after the other: the cookie is spent by its use, and tabs share it. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  // Only pages of https and localhost have locks.
  if (!('locks' in navigator)) return await work();
  return await navigator.locks.request('prosa-session', work);
}
