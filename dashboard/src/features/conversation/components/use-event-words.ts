import { useTranslation } from 'react-i18next';
import type { Message } from '../../../lib/api/types';
import { describeEvent } from '../lib/describe-event';

/** A system event in the interface's language; one that this page does not know, as the server wrote it. */
export function useEventWords(): (message: Message) => string {
  const { t } = useTranslation('conversation');
  return (message) => {
    const event = describeEvent(message);
    if (event === undefined) return message.text;
    const words = t(event.key, { name: event.name ?? '' });
    return event.reason === undefined ? words : `${words}: ${event.reason}`;
  };
}
