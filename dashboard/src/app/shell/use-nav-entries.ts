import { mayAct } from '../../lib/session/role';
import { useSession } from '../../lib/session/use-session';
import { NAV_ENTRIES } from './nav-entries';

export function useNavEntries() {
  const { role } = useSession().user;
  return NAV_ENTRIES.filter((entry) => mayAct(role, entry.role));
}
