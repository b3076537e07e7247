import { api } from '../api/client';
import { call } from '../api/call';
import { endSessionHere } from './end-session';
import { tellOtherTabsOfSignOut } from './session-channel';

/** @throws when the server was not told: the cookie would still open the session */
export async function signOut(): Promise<void> {
  await call(api.POST('/api/v1/auth/logout'));
  endSessionHere('left');
  tellOtherTabsOfSignOut();
}
