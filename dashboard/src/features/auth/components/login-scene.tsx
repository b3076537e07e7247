import { Bot, UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';

/** What the product does, in four balloons. For eyes only: the form says what there is to do. */
export function LoginScene() {
  const { t } = useTranslation('auth');
  return (
    <aside
      aria-hidden
      className="hidden flex-col justify-center border-l border-hairline bg-surface px-12 lg:flex 2xl:px-24"
    >
      <div className="mx-auto flex w-full max-w-[480px] flex-col gap-3">
        <Balloon who={t('scene.customer')}>{t('scene.question')}</Balloon>
        <Balloon who={t('scene.ai')} side="ai">
          {t('scene.answer')}
        </Balloon>
        <p className="-mt-1 mb-3 flex items-center justify-end gap-2 text-xs text-muted">
          <span className="relative h-1 w-11 rounded-full bg-divider">
            <span className="absolute inset-y-0 left-0 w-[91%] rounded-full bg-success" />
          </span>
          {t('scene.confidence')}
        </p>
        <Balloon who={t('scene.customer')}>{t('scene.request')}</Balloon>
        <p className="my-2 flex items-center justify-center gap-3 text-xs text-muted">
          <span className="h-px w-10 bg-divider" />
          {t('scene.handoff')}
          <span className="h-px w-10 bg-divider" />
        </p>
        <Balloon who={t('scene.person')} side="human">
          {t('scene.reply')}
        </Balloon>
        <div className="mt-12 border-t border-divider pt-8">
          <p className="text-lg font-semibold text-balance">{t('scene.claim')}</p>
          <ul className="mt-4 flex flex-col gap-2.5 text-text-2">
            <li className="flex items-center gap-3">
              <Bot className="size-[18px] text-primary-text" /> {t('scene.pointAi')}
            </li>
            <li className="flex items-center gap-3">
              <UserRoundCheck className="size-[18px] text-accent-text" /> {t('scene.pointPerson')}
            </li>
          </ul>
        </div>
      </div>
    </aside>
  );
}

interface BalloonProps {
  who: string;
  side?: 'customer' | 'ai' | 'human';
  children: string;
}

const SIDES = {
  customer: 'self-start rounded-bl-xs bg-bubble-contact',
  ai: 'rounded-br-xs bg-bubble-ai',
  human: 'rounded-br-xs bg-bubble-human',
};

function Balloon({ who, side = 'customer', children }: BalloonProps) {
  return (
    <div className={cx('flex max-w-[82%] flex-col', side !== 'customer' && 'items-end self-end')}>
      <p className="mb-1 text-xs text-muted">{who}</p>
      <p className={cx('rounded-[12px] px-3.5 py-2.5', SIDES[side])}>{children}</p>
    </div>
  );
}
