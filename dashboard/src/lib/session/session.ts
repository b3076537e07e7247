import type { Session } from '../api/types';
import { createStore } from '../store';

/** Why nobody is signed in: there never was a session, the person left, it ran out, or the password changed. */
export type SignedOutReason = 'none' | 'left' | 'expired' | 'password_changed';

export type SessionState =
  | { status: 'unknown' }
  | { status: 'signedOut'; reason: SignedOutReason }
  | { status: 'signedIn'; session: Session };

/** Who is signed in. The access token lives here and nowhere else: not in storage, not in a cookie. */
export const sessionStore = createStore<SessionState>({ status: 'unknown' });

export function currentSession(): Session | undefined {
  const state = sessionStore.get();
  return state.status === 'signedIn' ? state.session : undefined;
}
