import { ChevronsUp, Flame } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Priority } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';

/** That somebody should look sooner than usual; nothing for the usual. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useTranslation('conversation');
  if (priority === 'normal') return null;
  const Icon = priority === 'urgent' ? Flame : ChevronsUp;
  return (
    <span
      className={cx(
        'inline-flex shrink-0 items-center gap-1 text-xs font-medium',
        priority === 'urgent' ? 'text-danger' : 'text-warning',
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      {t(`priority.${priority}`)}
    </span>
  );
}
