import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import type { Channel } from '../../../lib/api/types';
import { useIsPhone } from '../../../lib/use-media';
import { useNow } from '../../../lib/time/use-now';
import { CircleX, Hourglass } from 'lucide-react';
import { serverNow } from '../../../lib/time/server-clock';
import { useWatchStatus } from '../api/use-watch-status';
import { PairByCode } from './pair-by-code';
import { PairByQr } from './pair-by-qr';
import { Paired } from './paired';

/** Codes are not made for nobody: after this long one has to ask again. */
const PATIENCE_MS = 6 * 60_000;

interface PairStepProps {
  channel: Channel;
  onDone: () => void;
}

/** Ties the number to a phone. A phone cannot read its own screen, so there the typed code comes first. */
export function PairStep({ channel, onDone }: PairStepProps) {
  const { t } = useTranslation('channel');
  const isPhone = useIsPhone();
  const [method, setMethod] = useState<'qr' | 'code'>(isPhone ? 'code' : 'qr');
  const [since, setSince] = useState(serverNow);
  const [begunAgain, setBegunAgain] = useState(false);
  const patient = useNow(5_000) - since < PATIENCE_MS;
  useWatchStatus(channel);

  if (channel.status === 'open') return <Paired channel={channel} onDone={onDone} />;
  if (channel.status === 'refused' && !begunAgain) {
    return (
      <EmptyState
        icon={<CircleX />}
        title={t('pair.refused.title')}
        description={t('pair.refused.detail')}
        action={
          <Button variant="primary" onClick={() => setBegunAgain(true)}>
            {t('pair.again')}
          </Button>
        }
        className="py-8"
      />
    );
  }
  if (!patient) {
    return (
      <EmptyState
        icon={<Hourglass />}
        title={t('pair.paused.title')}
        description={t('pair.paused.detail')}
        action={
          <Button variant="primary" onClick={() => setSince(serverNow())}>
            {t('pair.again')}
          </Button>
        }
        className="py-8"
      />
    );
  }
  return method === 'qr' ? (
    <PairByQr channel={channel} onUseCode={() => setMethod('code')} />
  ) : (
    <PairByCode channel={channel} onUseQr={() => setMethod('qr')} />
  );
}
