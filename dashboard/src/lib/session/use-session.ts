import { useStore } from '../use-store';
import type { Session } from '../api/types';
import { mayAct, type Role } from './role';
import { sessionStore } from './session';

/** Nobody, in the moment between signing out and leaving the page. */
const NOBODY: Pick<Session, 'user' | 'tenant'> = {
  user: { id: '', name: '', email: '', role: 'ORG_AGENT' },
  tenant: { id: '', name: '' },
};

export function useSession(): Pick<Session, 'user' | 'tenant'> {
  const state = useStore(sessionStore);
  return state.status === 'signedIn' ? state.session : NOBODY;
}

/** Every query key begins with it, so that one tenant's cache never answers another's question. */
export function useTenantId(): string {
  return useSession().tenant.id;
}

export function useMay(least: Role): boolean {
  return mayAct(useSession().user.role, least);
}
