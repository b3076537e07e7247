import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../lib/api/types';
import { deliveryOf } from '../lib/message-status';
import { ConfidenceMark } from './confidence-mark';
import { Ticks } from './ticks';

/** How a message of ours fared, and for the AI's: how sure it was and why it said so. */
export function MessageFooter({ message, closesTurn }: { message: Message; closesTurn: boolean }) {
  const { t } = useTranslation('conversation');
  const delivery = deliveryOf(message);
  if (delivery === undefined) return null;
  const { turn, turnId, cause } = message;
  return (
    <div className="mt-1 flex max-w-full flex-col items-end gap-1">
      <div className="flex flex-wrap items-center justify-end gap-x-2.5 gap-y-1 text-xs text-muted">
        {closesTurn && turn !== null && turnId !== null && (
          <>
            {turn.confidence !== null && <ConfidenceMark value={turn.confidence} />}
            {turn.sources > 0 && <span>{t('message.sources', { count: turn.sources })}</span>}
            <Link
              to="."
              search={(before) => ({ ...before, turn: turnId })}
              className="ring-focus rounded-xs text-primary-text underline-offset-2 hover:underline pointer-coarse:py-1.5"
            >
              {t('message.why')}
            </Link>
          </>
        )}
        {cause !== null && cause.type !== 'turn' && (
          <Link
            to="."
            search={(before) => ({ ...before, why: message.id })}
            className="ring-focus rounded-xs text-primary-text underline-offset-2 hover:underline pointer-coarse:py-1.5"
          >
            {t('message.why')}
          </Link>
        )}
        <Ticks delivery={delivery} />
      </div>
      {delivery === 'failed' && <p className="text-right text-xs text-danger">{t('message.failed')}</p>}
      {delivery === 'uncertain' && (
        <p className="text-right text-xs text-warning">{t('message.uncertain')}</p>
      )}
    </div>
  );
}
