import { Check, CheckCheck, Clock3, TriangleAlert } from 'lucide-react';
import type { MessageStatus } from '../../../state/message';
import { strings } from '../strings';

const icons = {
  PENDING: Clock3,
  SERVER_ACK: Check,
  DELIVERY_ACK: CheckCheck,
  READ: CheckCheck,
  PLAYED: CheckCheck,
  ERROR: TriangleAlert,
};

/** One tick: left the phone. Two: arrived. Blue: read. */
export function Ticks({ status }: { status: MessageStatus }) {
  const Icon = icons[status];
  const isRead = status === 'READ' || status === 'PLAYED';
  return (
    <Icon
      className={`size-4 shrink-0 ${isRead ? 'text-tick-read' : 'text-muted'}`}
      role="img"
      aria-label={strings.chat.ticks[status]}
    />
  );
}
