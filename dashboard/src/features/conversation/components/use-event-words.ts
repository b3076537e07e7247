import { useTranslation } from 'react-i18next';
import type { Message } from '../../../lib/api/types';
import { describeEvent } from '../lib/describe-event';

/** A system event in the interface's language; one that this page does not know, as the server wrote it. */
export function useEventWords(): (message: Message) => string {
  const { t } = useTranslation('conversation');
  return (message) => {
    const event = describeEvent(message);
    if (event === undefined) return message.text;
    if (event.key === 'event.outsideNotice' && message.status === 'failed') {
      return t('event.outsideNoticeFailed', { target: event.target ?? '' });
    }
    const words = t(event.key, { name: event.name ?? '', target: event.target ?? '' });
    return event.reason === undefined ? words : `${words}: ${event.reason}`;
  };
}
