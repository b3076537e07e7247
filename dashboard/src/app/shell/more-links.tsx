import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MenuItem } from '../../components/menu';
import { useNavEntries } from './use-nav-entries';

/** The pages that have no place in the phone's bottom bar. */
export function MoreLinks() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entries = useNavEntries().filter((entry) => entry.group === 'settings');
  return entries.map(({ to, label, icon: Icon }) => (
    <MenuItem key={to} icon={<Icon aria-hidden />} onClick={() => void navigate({ to })}>
      {t(label)}
    </MenuItem>
  ));
}
