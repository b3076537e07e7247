import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Longer than this, it is folded (characters). */
const FOLDED = 180;

/** What whoever comes should know, written when the conversation was handed over. */
export function HandoffSummary({ summary, folds = false }: { summary: string; folds?: boolean }) {
  const { t } = useTranslation(['conversation', 'common']);
  const [open, setOpen] = useState(false);
  const isLong = folds && summary.length > FOLDED;
  return (
    <div className="text-sm text-text-2">
      <p className={isLong && !open ? 'line-clamp-2 break-words' : 'break-words'}>{summary}</p>
      {isLong && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="ring-focus mt-1 rounded-xs font-medium text-primary-text underline-offset-2 hover:underline"
        >
          {open ? t('common:passage.less') : t('common:passage.more')}
        </button>
      )}
    </div>
  );
}
