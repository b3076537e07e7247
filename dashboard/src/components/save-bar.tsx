import { useTranslation } from 'react-i18next';
import { Button } from './button';

interface SaveBarProps {
  saving: boolean;
  /** What stands in the way of saving. */
  blocked?: string | undefined;
  onSave: () => void;
  onDiscard: () => void;
}

/** Comes up at the page's foot while something is unsaved. */
export function SaveBar({ saving, blocked, onSave, onDiscard }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <div
      role="region"
      aria-label={t('save.unsaved')}
      className="rise-in flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-divider bg-raised px-4 py-3 sm:px-8"
    >
      <p role="status" className={blocked === undefined ? 'mr-auto text-text-2' : 'mr-auto text-danger'}>
        {blocked ?? t('save.unsaved')}
      </p>
      <Button variant="ghost" onClick={onDiscard} disabled={saving}>
        {t('save.discard')}
      </Button>
      <Button variant="primary" busy={saving} disabled={blocked !== undefined} onClick={onSave}>
        {t('save.save')}
        <kbd aria-hidden className="hidden font-sans text-xs lg:inline">
          Ctrl S
        </kbd>
      </Button>
    </div>
  );
}
