import { ChevronsUpDown, Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/avatar';
import { Menu, MenuItem, MenuSeparator } from '../../components/menu';
import { cx } from '../../lib/cx';
import { useSession } from '../../lib/session/use-session';
import { PreferenceChoices } from './preference-choices';
import { shortcutSheetStore } from './shortcut-sheet-store';

export function UserMenu({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const { user, tenant } = useSession();
  return (
    <Menu
      label={t('user.menu')}
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          className={cx(
            'ring-focus-inset flex items-center gap-2.5 rounded-control text-left hover:bg-raised',
            narrow ? 'p-1' : 'w-full px-2 py-1.5',
          )}
        >
          <Avatar name={user.name} size="sm" />
          <span className="sr-only">{t('user.menu')}</span>
          {!narrow && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm leading-4 font-medium">{user.name}</span>
                <span className="block truncate text-xs text-muted">{tenant.name}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
            </>
          )}
        </button>
      }
    >
      <PreferenceChoices />
      <MenuSeparator />
      <MenuItem icon={<Keyboard aria-hidden />} onClick={() => shortcutSheetStore.set(true)}>
        {t('user.shortcuts')}
      </MenuItem>
    </Menu>
  );
}
