import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../lib/api/types';
import { formatDuration } from '../../../lib/format/duration';
import { useNow } from '../../../lib/time/use-now';
import { reasonKey } from '../lib/describe-event';
import { ExtendButton } from './extend-button';
import { HandoffSummary } from './handoff-summary';

/** While a customer waits: that the AI stopped, why, and when it comes back by itself. */
export function HandoffBanner({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation');
  const now = useNow(1_000);
  const { state, resolvedAt, humanDeadline, handoffReason, handoffSummary } = conversation;
  if (state !== 'AGUARDANDO_HUMANO' || resolvedAt !== null) return null;
  const left = humanDeadline === null ? undefined : Date.parse(humanDeadline) - now;
  return (
    <div
      role="status"
      className="mx-3 mt-3 flex items-start gap-3 rounded-card border border-warning/45 bg-warning/8 px-3.5 py-2.5 sm:mx-6"
    >
      <Clock aria-hidden className="mt-0.5 size-[18px] shrink-0 text-warning" />
      <div className="min-w-0 flex-1">
        <p className="text-text-2">
          <strong className="font-semibold text-text">
            {t(handoffReason === 'transferred' ? 'banner.transferred' : 'banner.title')}
          </strong>{' '}
          {t(reasonKey(handoffReason))}{' '}
          {left !== undefined && (
            <span aria-live="off" className="tabular-nums">
              {left > 0 ? t('banner.returnsIn', { time: formatDuration(left) }) : t('banner.returnsNow')}
            </span>
          )}
        </p>
        {handoffSummary !== null && (
          <div className="mt-1.5">
            <HandoffSummary summary={handoffSummary} folds />
          </div>
        )}
      </div>
      {humanDeadline !== null && <ExtendButton conversationId={conversation.id} />}
    </div>
  );
}
