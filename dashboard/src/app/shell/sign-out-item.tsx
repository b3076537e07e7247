import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '../../components/tooltip';
import { cx } from '../../lib/cx';
import { navItemClass } from './nav-item';
import { useSignOut } from './use-sign-out';

export function SignOutItem({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const leaving = useSignOut();
  return (
    <Tooltip
      label={t('nav.signOut')}
      side="right"
      disabled={!narrow}
      trigger={
        <button
          type="button"
          disabled={leaving.isPending}
          onClick={() => leaving.mutate()}
          className={cx(navItemClass, narrow && 'justify-center px-0')}
        >
          <LogOut aria-hidden />
          <span className={narrow ? 'sr-only' : 'flex-1 truncate text-left'}>{t('nav.signOut')}</span>
        </button>
      }
    />
  );
}
