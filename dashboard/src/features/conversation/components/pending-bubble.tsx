import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { useErrorWords } from '../../../components/use-error-words';
import { dropPending, type PendingSend } from '../lib/pending-sends';
import { RichText } from './rich-text';
import { Ticks } from './ticks';

/** A message on its way to the server, or one that did not get there: then with what to do. */
export function PendingBubble({ send, onRetry }: { send: PendingSend; onRetry: () => void }) {
  const { t } = useTranslation('conversation');
  const errorWords = useErrorWords();
  const failed = send.error !== undefined;
  return (
    <article
      aria-label={t('message.pendingLabel')}
      className="mt-2 flex max-w-[min(88%,560px)] flex-col items-end self-end"
    >
      <div data-bubble className="rounded-[12px] rounded-br-xs bg-bubble-human px-3.5 py-2.5">
        <p className="break-words whitespace-pre-wrap">
          <RichText text={send.text} />
        </p>
      </div>
      <div className="mt-1 text-xs">
        <Ticks delivery={failed ? 'failed' : 'sending'} />
      </div>
      {failed && (
        <div role="alert" className="flex flex-col items-end gap-1.5 text-right">
          <p className="text-sm text-danger">
            {t('message.notSent')} {errorWords(send.error).title}.
          </p>
          <div className="flex gap-2">
            <Button size="sm" variant="ghost" onClick={() => dropPending(send.key)}>
              {t('message.discard')}
            </Button>
            <Button size="sm" onClick={onRetry}>
              {t('message.retry')}
            </Button>
          </div>
        </div>
      )}
    </article>
  );
}
