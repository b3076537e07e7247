import { Check, CheckCheck, CircleAlert, CircleHelp, Clock3, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import type { Delivery } from '../lib/message-status';

const MARKS: Record<Delivery, [LucideIcon, string]> = {
  sending: [Clock3, 'text-muted'],
  uncertain: [CircleHelp, 'text-warning'],
  sent: [Check, 'text-muted'],
  delivered: [CheckCheck, 'text-muted'],
  read: [CheckCheck, 'text-info'],
  failed: [CircleAlert, 'text-danger'],
};

/** WhatsApp's own marks, as everybody knows them. */
export function Ticks({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('conversation');
  const [Icon, tone] = MARKS[delivery];
  return (
    <span className={cx('inline-flex', tone)} title={t(`delivery.${delivery}`)}>
      <Icon aria-hidden className={cx(delivery === 'sending' ? 'size-3.5' : 'size-4')} />
      <span className="sr-only">{t(`delivery.${delivery}`)}</span>
    </span>
  );
}
