import { EllipsisVertical, KeyRound, Link2, ScanQrCode, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const ICONS: Record<'qr' | 'code', ReactNode[]> = {
  qr: [<Smartphone key="1" />, <EllipsisVertical key="2" />, <Link2 key="3" />, <ScanQrCode key="4" />],
  code: [<Smartphone key="1" />, <EllipsisVertical key="2" />, <Link2 key="3" />, <KeyRound key="4" />],
};

/** What to do on the phone, in the words that stand on it. */
export function PairSteps({ method }: { method: 'qr' | 'code' }) {
  const { t } = useTranslation('channel');
  const words = [t('steps.open'), t('steps.menu'), t('steps.link'), t(`steps.${method}`)];
  return (
    <ol className="flex flex-col gap-3.5">
      {words.map((step, index) => (
        <li key={step} className="flex items-start gap-3">
          <span
            aria-hidden
            className="grid size-8 shrink-0 place-items-center rounded-full bg-raised text-primary-text [&_svg]:size-4"
          >
            {ICONS[method][index]}
          </span>
          <span className="pt-1.5 leading-5">
            <span aria-hidden className="mr-1.5 font-semibold text-muted">
              {index + 1}.
            </span>
            {step}
          </span>
        </li>
      ))}
    </ol>
  );
}
