import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../lib/api/types';
import { ExtendButton } from './extend-button';
import { ReturnClock } from './return-clock';

/** While a person has the conversation: why, and until when the AI is silent. */
export function PauseBanner({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation');
  const { id, state, humanDeadline, stateReason } = conversation;
  if (state !== 'HUMANO_RESPONDEU' || humanDeadline === null) return null;
  return (
    <div className="mx-3 mt-3 flex items-start gap-3 rounded-card border border-hairline bg-surface px-3.5 py-2 sm:mx-6">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        {stateReason !== null && (
          <p className="text-sm break-words">
            <span className="text-muted">{t('pause.reason')}</span> {stateReason}
          </p>
        )}
        <ReturnClock deadline={humanDeadline} />
      </div>
      <ExtendButton conversationId={id} />
    </div>
  );
}
