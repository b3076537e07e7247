import { renewSession } from './renew-session';
import { sessionStore } from './session';

/**
 * Whether somebody is signed in, asked of the server once a page load.
 *
 * @throws ApiError, NetworkError when the server could not tell
 */
export async function ensureSession(): Promise<boolean> {
  const state = sessionStore.get();
  if (state.status !== 'unknown') return state.status === 'signedIn';
  return (await renewSession()) !== undefined;
}
