import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { Kbd } from '../../components/kbd';
import { shortcutsOnStore, switchShortcuts } from '../../lib/shortcuts/shortcuts-on';
import { useShortcuts } from '../../lib/shortcuts/use-shortcuts';
import { useStore } from '../../lib/use-store';
import { shortcutSheetStore } from './shortcut-sheet-store';
import { useNavEntries } from './use-nav-entries';

/** The list behind `?`, and the keys that work on every page. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entries = useNavEntries();
  const open = useStore(shortcutSheetStore);
  const on = useStore(shortcutsOnStore);
  useShortcuts({
    '?': () => shortcutSheetStore.set(true),
    ...Object.fromEntries(entries.map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])),
  });
  return (
    <Dialog
      open={open}
      onClose={() => shortcutSheetStore.set(false)}
      title={t('shortcuts.title')}
      width="md"
      footer={
        <label className="mr-auto flex min-h-9 items-center gap-2.5">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => switchShortcuts(event.target.checked)}
            className="ring-focus size-4 accent-primary"
          />
          {t('shortcuts.enabled')}
        </label>
      }
    >
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <KeyList
          title={t('shortcuts.general')}
          keys={[
            ...entries.map((entry): KeyRow => [['g', entry.key], t(entry.label)]),
            [['?'], t('shortcuts.sheet')],
            [['Ctrl', 'S'], t('shortcuts.save')],
          ]}
        />
        <KeyList
          title={t('shortcuts.inbox')}
          keys={[
            [['/'], t('shortcuts.search')],
            [['j'], t('shortcuts.next')],
            [['k'], t('shortcuts.previous')],
            [['r'], t('shortcuts.reply')],
            [['Enter'], t('shortcuts.send')],
            [['Shift', 'Enter'], t('shortcuts.newline')],
          ]}
        />
      </div>
    </Dialog>
  );
}

type KeyRow = [keys: string[], what: string];

function KeyList({ title, keys }: { title: string; keys: KeyRow[] }) {
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-muted">{title}</h3>
      <dl className="flex flex-col gap-2">
        {keys.map(([names, what]) => (
          <div key={names.join()} className="flex items-center justify-between gap-4">
            <dt className="text-text-2">{what}</dt>
            <dd className="flex shrink-0 gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
