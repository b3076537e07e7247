import { Bot, CircleCheck, Ellipsis, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { iconButtonClass } from '../../../components/icon-button';
import { Menu, MenuItem } from '../../../components/menu';
import { showToast } from '../../../components/toast';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { useIsPhone } from '../../../lib/use-media';
import { useSession } from '../../../lib/session/use-session';
import { useOrder } from '../api/use-order';
import { personInCharge } from '../lib/person-in-charge';
import { ReturnDialog } from './return-dialog';

/** The one strong action there is now; the others beside it, or behind the dots. */
export function ChatActions({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation');
  const isPhone = useIsPhone();
  const { who } = personInCharge(conversation, useSession().user.id);
  const order = useOrder(conversation.id);
  const [asking, setAsking] = useState(false);
  const busy = (type: 'takeOver' | 'returnToAi' | 'resolve') =>
    order.isPending && order.variables.type === type;

  const withPerson = who === 'me' || who === 'person' || who === 'phone';
  const mayResolve = who !== 'resolved';
  const takeOver = () => order.mutate({ type: 'takeOver' });
  const resolve = () => order.mutate({ type: 'resolve' }, { onSuccess: () => say('resolved') });
  const giveBack = (answerPending: boolean) =>
    order.mutate(
      { type: 'returnToAi', answerPending },
      {
        onSuccess: () => {
          setAsking(false);
          say('returned');
        },
      },
    );
  const askOrGiveBack = () => (conversation.unanswered ? setAsking(true) : giveBack(false));

  return (
    <>
      {mayResolve && !isPhone && (
        <Button icon={<CircleCheck aria-hidden />} busy={busy('resolve')} onClick={resolve}>
          {t('action.resolve')}
        </Button>
      )}
      {withPerson ? (
        <Button variant="primary" busy={busy('returnToAi') && !asking} onClick={askOrGiveBack}>
          {t('action.returnToAi')}
        </Button>
      ) : (
        <Button variant="accent" busy={busy('takeOver')} onClick={takeOver}>
          {t('action.takeOver')}
        </Button>
      )}
      {(isPhone && mayResolve) || who === 'waiting' || who === 'person' || who === 'phone' ? (
        <Menu
          trigger={
            <button
              type="button"
              aria-label={t('action.more')}
              className={cx(iconButtonClass, '-ml-1.5 max-sm:w-9')}
            >
              <Ellipsis aria-hidden />
            </button>
          }
        >
          {(who === 'person' || who === 'phone') && (
            <MenuItem icon={<UserRoundCheck aria-hidden />} onClick={takeOver}>
              {t('action.takeOver')}
            </MenuItem>
          )}
          {who === 'waiting' && (
            <MenuItem icon={<Bot aria-hidden />} onClick={askOrGiveBack}>
              {t('action.returnToAi')}
            </MenuItem>
          )}
          {isPhone && mayResolve && (
            <MenuItem icon={<CircleCheck aria-hidden />} onClick={resolve}>
              {t('action.resolve')}
            </MenuItem>
          )}
        </Menu>
      ) : null}
      <ReturnDialog
        open={asking}
        busy={busy('returnToAi')}
        onClose={() => setAsking(false)}
        onChoose={giveBack}
      />
    </>
  );

  function say(what: 'resolved' | 'returned'): void {
    showToast({ tone: 'success', title: t(`done.${what}`) });
  }
}
