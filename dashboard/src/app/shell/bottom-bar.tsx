import { Link, useMatchRoute } from '@tanstack/react-router';
import { Ellipsis, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CountBadge } from '../../components/count-badge';
import { Menu, MenuItem, MenuSeparator } from '../../components/menu';
import { cx } from '../../lib/cx';
import { MoreLinks } from './more-links';
import { PreferenceChoices } from './preference-choices';
import { useNavEntries } from './use-nav-entries';
import { useSignOut } from './use-sign-out';
import { useWaitingCount } from './use-waiting-count';

const itemClass = cx(
  'relative flex min-w-0 flex-1 flex-col items-center gap-1 pt-2 pb-1.5 text-xs text-muted ring-focus-inset [&_svg]:size-[22px]',
  'data-[status=active]:text-text data-[status=active]:[&_svg]:text-primary-text',
);

/** The phone's navigation; an open conversation has the whole page to itself. */
export function BottomBar() {
  const { t } = useTranslation();
  const waiting = useWaitingCount();
  const all = useNavEntries();
  const entries = all.filter((entry) => entry.group === 'work');
  const more = all.filter((entry) => entry.group === 'settings');
  const matches = useMatchRoute();
  const inChat = matches({ to: '/conversas/$id' }) !== false;
  const inMore = more.some(({ to }) => matches({ to }) !== false);
  const leaving = useSignOut();
  if (inChat) return null;
  return (
    <nav
      aria-label={t('nav.label')}
      className="flex shrink-0 border-t border-divider bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {entries.map(({ to, label, short, icon: Icon }) => {
        const count = to === '/conversas' ? waiting : 0;
        return (
          <Link key={to} to={to} aria-label={label === short ? undefined : t(label)} className={itemClass}>
            <Icon aria-hidden />
            <span className="max-w-full truncate tracking-tighter">{t(short)}</span>
            <CountBadge
              count={count}
              label={t('nav.waiting', { count })}
              className="absolute top-1 left-[calc(50%+4px)]"
            />
          </Link>
        );
      })}
      <Menu
        label={t('nav.more')}
        side="top"
        trigger={
          <button type="button" data-status={inMore ? 'active' : undefined} className={itemClass}>
            <Ellipsis aria-hidden />
            {t('nav.more')}
          </button>
        }
      >
        <MoreLinks />
        <MenuSeparator />
        <PreferenceChoices />
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden />} onClick={() => leaving.mutate()}>
          {t('nav.signOut')}
        </MenuItem>
      </Menu>
    </nav>
  );
}
