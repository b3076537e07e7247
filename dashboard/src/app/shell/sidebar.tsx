import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button';
import { Logo } from '../../components/logo';
import { cx } from '../../lib/cx';
import { useMedia } from '../../lib/use-media';
import { useStore } from '../../lib/use-store';
import { ConnectionChip } from './connection-chip';
import { NavItem } from './nav-item';
import { SignOutItem } from './sign-out-item';
import { sidebarStore, setSidebar } from './sidebar-store';
import { useNavEntries } from './use-nav-entries';
import { UserMenu } from './user-menu';

export function Sidebar() {
  const { t } = useTranslation();
  const entries = useNavEntries();
  const isWide = useMedia('(min-width: 1024px)');
  const wanted = useStore(sidebarStore);
  const narrow = !isWide || wanted === 'narrow';
  const group = (name: 'work' | 'settings') =>
    entries
      .filter((entry) => entry.group === name)
      .map((entry) => <NavItem key={entry.to} entry={entry} narrow={narrow} />);
  return (
    <aside
      className={cx(
        'hidden shrink-0 flex-col border-r border-divider bg-surface px-2 pt-4 pb-3 sm:flex',
        narrow ? 'w-[60px] items-center' : 'w-[228px]',
      )}
    >
      <div className={cx('flex items-center pb-4', narrow ? 'flex-col gap-3' : 'gap-2.5 pl-2')}>
        <Logo className="size-7" />
        {!narrow && <span className="flex-1 text-md font-semibold">Prosa</span>}
        {isWide && (
          <IconButton
            label={narrow ? t('nav.expand') : t('nav.collapse')}
            icon={narrow ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
            tooltipSide="right"
            onClick={() => setSidebar(narrow ? 'wide' : 'narrow')}
          />
        )}
      </div>
      <nav aria-label={t('nav.label')} className="flex w-full flex-col gap-0.5">
        {group('work')}
        <hr className="mx-2 my-2 border-divider" />
        {group('settings')}
        <SignOutItem narrow={narrow} />
      </nav>
      <div className={cx('mt-auto flex w-full flex-col gap-2 pt-4', narrow && 'items-center')}>
        <ConnectionChip narrow={narrow} />
        <UserMenu narrow={narrow} />
      </div>
    </aside>
  );
}
