import { useTranslation } from 'react-i18next';
import type { Message } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import { personOf } from '../lib/person-of';
import { stateHistory } from '../lib/state-history';
import { useEventWords } from './use-event-words';

/** Who had the conversation when, newest first, as far back as the timeline is loaded. */
export function StateHistory({ messages, whole }: { messages: Message[]; whole: boolean }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const now = useNow(60_000);
  const eventWords = useEventWords();
  const entries = stateHistory(messages, whole).toReversed();
  const replyWords = (message: Message) => {
    const name = personOf(message);
    return name === undefined ? t('event.repliedOnPhone') : t('event.repliedBy', { name });
  };
  return (
    <section>
      <h3 className="mb-3 text-xs font-medium text-muted">{t('pane.history')}</h3>
      {entries.length === 0 && whole && <p className="text-sm text-text-2">{t('pane.noHistory')}</p>}
      {entries.length > 0 && (
        <ol className="relative flex flex-col gap-3.5 before:absolute before:top-2 before:bottom-2 before:left-[3.5px] before:w-px before:bg-divider">
          {entries.map(({ type, message }) => (
            <li key={message.id} className="relative pl-5 text-sm">
              <span
                aria-hidden
                className="absolute top-[7px] left-0 size-2 rounded-full border-2 border-surface bg-muted outline outline-divider"
              />
              <p className="text-text-2">{type === 'event' ? eventWords(message) : replyWords(message)}</p>
              <time dateTime={message.createdAt} className="text-xs text-muted">
                {format.near(message.createdAt, now)}
              </time>
            </li>
          ))}
        </ol>
      )}
      {!whole && <p className="mt-3 text-xs text-muted">{t('pane.olderHistory')}</p>}
    </section>
  );
}
