import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../../components/button';
import type { Channel } from '../../../lib/api/types';
import { formatPhone } from '../../../lib/format/phone';

/** It worked, and how to see that it did. */
export function Paired({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const { t } = useTranslation('channel');
  return (
    <div role="status" className="flex flex-col items-center gap-2 py-6 text-center">
      <CircleCheck aria-hidden className="rise-in mb-2 size-14 text-success" strokeWidth={1.5} />
      <p className="text-lg font-semibold">{t('paired.title')}</p>
      {channel.phone !== null && <p className="text-md text-text-2">{formatPhone(channel.phone)}</p>}
      <p className="max-w-sm text-balance text-text-2">{t('paired.detail')}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        <Link to="/conversas" className={buttonClass('outline')}>
          {t('paired.inbox')}
        </Link>
        <Button variant="primary" onClick={onDone}>
          {t('paired.done')}
        </Button>
      </div>
    </div>
  );
}
