import { ArrowDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';

interface NewMessagesPillProps {
  count: number;
  away: boolean;
  onPress: () => void;
}

/** For who reads further up: the way back to the end, and whether something came there. */
export function NewMessagesPill({ count, away, onPress }: NewMessagesPillProps) {
  const { t } = useTranslation('conversation');
  if (!away) return null;
  const label = count > 0 ? t('timeline.new', { count }) : t('timeline.toEnd');
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className={cx(
        'ring-focus rise-in absolute bottom-3 left-1/2 flex h-8 -translate-x-1/2 items-center gap-2 rounded-full border text-sm shadow-pop pointer-coarse:h-10',
        count > 0
          ? 'border-primary bg-primary px-3.5 font-medium text-white'
          : 'border-divider bg-overlay px-2 text-text-2 hover:text-text',
      )}
    >
      <ArrowDown aria-hidden className="size-4" />
      {count > 0 && label}
    </button>
  );
}
