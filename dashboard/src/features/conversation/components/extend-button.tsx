import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EXTENSION } from '../../../../../domain/conversation/timing';
import { Button } from '../../../components/button';
import { useOrder } from '../api/use-order';

/** An hour more before the AI comes back. */
export function ExtendButton({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('conversation');
  const order = useOrder(conversationId);
  return (
    <Button
      size="sm"
      icon={<Plus aria-hidden />}
      aria-label={t('action.extendLabel')}
      busy={order.isPending}
      onClick={() => order.mutate({ type: 'extend', ms: EXTENSION.default })}
      className="-my-0.5"
    >
      {t('action.extend')}
    </Button>
  );
}
