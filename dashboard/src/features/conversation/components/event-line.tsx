import type { Message } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { CentredLine } from './centred-line';
import { useEventWords } from './use-event-words';

export function EventLine({ message }: { message: Message }) {
  const format = useFormat();
  const words = useEventWords()(message);
  return (
    <CentredLine>
      {words} · <time dateTime={message.createdAt}>{format.time(message.createdAt)}</time>
    </CentredLine>
  );
}
