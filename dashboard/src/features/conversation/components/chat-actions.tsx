import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import type { Conversation } from '../../../lib/api/types';
import { useSession } from '../../../lib/session/use-session';
import { useMedia } from '../../../lib/use-media';
import { useOrder } from '../api/use-order';
import { useSetPriority } from '../api/use-set-priority';
import { chatOrders } from '../lib/chat-orders';
import { personInCharge } from '../lib/person-in-charge';
import { ChatMenu } from './chat-menu';
import { ReturnDialog } from './return-dialog';
import { TransferDialog } from './transfer-dialog';
import { StartFlowDialog } from './start-flow-dialog';
import { TakeOverDialog } from './take-over-dialog';

/** The one strong action there is now; the others beside it, or behind the dots. */
export function ChatActions({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation');
  const isTight = useMedia('(max-width: 1023.98px)');
  const orders = chatOrders(personInCharge(conversation, useSession().user.id).who);
  const order = useOrder(conversation.id);
  const [asking, setAsking] = useState(false);
  const [transferring, setTransferring] = useState(false);
  const [starting, setStarting] = useState(false);
  const setPriority = useSetPriority(conversation);
  const [explaining, setExplaining] = useState(false);

  // What this person sees: a message that arrives as they press is not theirs to close.
  const uptoSeq = conversation.inboundSeq;
  const giveBack = (answerPending: boolean) =>
    order.mutate({ type: 'returnToAi', answerPending, uptoSeq }, { onSuccess: () => setAsking(false) });
  const run = {
    takeOver: () => order.mutate({ type: 'takeOver' }),
    returnToAi: () => (conversation.unanswered ? setAsking(true) : giveBack(false)),
    resolve: () => order.mutate({ type: 'resolve', uptoSeq }),
    explain: () => setExplaining(true),
    transfer: () => setTransferring(true),
    startFlow: () => setStarting(true),
  };
  const busy = (type: keyof typeof run) =>
    order.isPending && !asking && !explaining && order.variables.type === type;
  const mayTakeOver = orders.main === 'takeOver' || orders.other === 'takeOver';
  const behindDots = [
    orders.other,
    'transfer' as const,
    'startFlow' as const,
    mayTakeOver ? ('explain' as const) : undefined,
    isTight && orders.resolve ? ('resolve' as const) : undefined,
  ];
  return (
    <>
      {orders.resolve && !isTight && (
        <Button icon={<CircleCheck aria-hidden />} busy={busy('resolve')} onClick={run.resolve}>
          {t('action.resolve')}
        </Button>
      )}
      <Button
        variant={orders.main === 'takeOver' ? 'accent' : 'primary'}
        busy={busy(orders.main)}
        onClick={run[orders.main]}
        className="max-sm:px-3"
      >
        {t(`action.${orders.main}`)}
      </Button>
      <ChatMenu
        items={behindDots.filter((one) => one !== undefined)}
        onChoose={(chosen) => run[chosen]()}
        priority={conversation.priority}
        onPriority={(priority) => setPriority.mutate(priority)}
      />
      <TransferDialog
        conversationId={conversation.id}
        open={transferring}
        onClose={() => setTransferring(false)}
      />
      <StartFlowDialog conversationId={conversation.id} open={starting} onClose={() => setStarting(false)} />
      <ReturnDialog
        open={asking}
        busy={order.isPending}
        onClose={() => setAsking(false)}
        onChoose={giveBack}
      />
      <TakeOverDialog
        key={conversation.stateSince}
        open={explaining}
        busy={order.isPending}
        onClose={() => setExplaining(false)}
        onTakeOver={(reason) =>
          order.mutate(
            { type: 'takeOver', ...(reason === undefined ? {} : { reason }) },
            { onSuccess: () => setExplaining(false) },
          )
        }
      />
    </>
  );
}
