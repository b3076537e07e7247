import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog';
import { Kbd } from '../../../components/kbd';
import { useEditorParts, useViewPiece } from '../lib/editor-context';
import { changeView } from '../lib/view-state';

const KEYS = {
  build: [
    ['Tab', 'next'],
    ['N', 'add'],
    ['C', 'connect'],
    ['Enter', 'open'],
    ['Del', 'remove'],
    ['D', 'disable'],
  ],
  move: [
    ['← → ↑ ↓', 'walk'],
    ['Alt ← →', 'nudge'],
    ['Shift ← →', 'extend'],
    ['Esc', 'leave'],
    ['Shift A', 'arrange'],
    ['0', 'fit'],
    ['1', 'actual'],
    ['V H', 'mode'],
  ],
  edit: [
    ['Ctrl Z', 'undo'],
    ['Ctrl Y', 'redo'],
    ['Ctrl C', 'copy'],
    ['Ctrl X', 'cut'],
    ['Ctrl V', 'paste'],
    ['Ctrl D', 'duplicate'],
    ['Ctrl A', 'all'],
    ['Ctrl G', 'group'],
    ['Ctrl Shift G', 'ungroup'],
    ['Ctrl F', 'find'],
    ['Ctrl S', 'save'],
    ['F8', 'problem'],
    ['Ctrl Enter', 'simulate'],
    ['?', 'help'],
  ],
} as const;

/** The list behind `?`. */
export function HelpDialog() {
  const { t } = useTranslation('flow-editor');
  const { view } = useEditorParts();
  const open = useViewPiece((state) => state.dialog === 'help');
  return (
    <Dialog
      open={open}
      onClose={() => changeView(view, { dialog: undefined })}
      title={t('help.title')}
      width="lg"
    >
      <div className="grid gap-x-10 gap-y-5 pb-5 sm:grid-cols-2">
        {(Object.keys(KEYS) as (keyof typeof KEYS)[]).map((group) => (
          <section key={group}>
            <h3 className="mb-2 text-xs font-medium text-muted">{t(`help.${group}`)}</h3>
            <dl className="flex flex-col gap-2">
              {KEYS[group].map(([keys, what]) => (
                <div key={what} className="flex items-center justify-between gap-4">
                  <dt className="text-text-2">{t(`keys.${what}`)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.split(' ').map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
