import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CountBadge } from '../../components/count-badge';
import { Tooltip } from '../../components/tooltip';
import { cx } from '../../lib/cx';
import type { NAV_ENTRIES } from './nav-entries';
import { useWaitingCount } from './use-waiting-count';

export const navItemClass = cx(
  'group relative flex h-9 w-full items-center gap-3 rounded-control px-2.5 text-text-2 ring-focus-inset transition-colors duration-120',
  'hover:bg-raised hover:text-text data-[status=active]:bg-raised data-[status=active]:font-medium data-[status=active]:text-text',
  '[&_svg]:size-[18px] [&_svg]:shrink-0 data-[status=active]:[&_svg]:text-primary-text',
);

interface NavItemProps {
  entry: (typeof NAV_ENTRIES)[number];
  narrow: boolean;
}

export function NavItem({ entry, narrow }: NavItemProps) {
  const { t } = useTranslation();
  const waiting = useWaitingCount();
  const count = entry.to === '/conversas' ? waiting : 0;
  const { icon: Icon } = entry;
  return (
    <Tooltip
      label={t(entry.label)}
      side="right"
      disabled={!narrow}
      trigger={
        <Link to={entry.to} className={cx(navItemClass, narrow && 'justify-center px-0')}>
          <Icon aria-hidden />
          <span className={narrow ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{t(entry.label)}</span>
          <CountBadge
            count={count}
            label={t('nav.waiting', { count })}
            className={narrow ? 'absolute top-0 right-0.5' : ''}
          />
        </Link>
      }
    />
  );
}
