import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { CopyButton } from '../../../components/copy-button';
import { CountdownRing } from '../../../components/countdown-ring';
import { ErrorState } from '../../../components/error-state';
import { Notice } from '../../../components/notice';
import { Spinner } from '../../../components/spinner';
import type { Channel } from '../../../lib/api/types';
import { formatPhone } from '../../../lib/format/phone';
import { useNow } from '../../../lib/time/use-now';
import { usePairing } from '../api/use-pairing';
import { groupPairingCode } from '../lib/pairing-code';
import { codeLeft } from '../lib/pairing-clock';
import { PairSteps } from './pair-steps';

interface PairingCodeViewProps {
  channel: Channel;
  phone: string;
  onOtherPhone: () => void;
}

/** The code in large letters, to be read from one screen and typed on another. */
export function PairingCodeView({ channel, phone, onOtherPhone }: PairingCodeViewProps) {
  const { t } = useTranslation('channel');
  const pairing = usePairing({ channel, phone, enabled: true });
  const left = codeLeft(pairing.data ?? { expiresAt: null }, useNow(1_000));
  if (pairing.isError && pairing.data === undefined) {
    return (
      <ErrorState
        error={pairing.error}
        onRetry={() => void pairing.refetch()}
        retrying={pairing.isFetching}
        className="py-8"
      />
    );
  }
  const code = pairing.data?.pairingCode;
  // The provider began with a QR code and gives none to type before that has ended.
  const onlyQr = pairing.data !== undefined && pairing.data.code !== null && code === null;
  return (
    <div className="flex flex-col gap-5">
      {onlyQr ? (
        <Notice tone="warning" role="status" title={t('code.none.title')}>
          {t('code.none.detail')}
        </Notice>
      ) : (
        <div className="flex flex-col items-center gap-3 rounded-card bg-raised px-4 py-6">
          {code == null ? (
            <p role="status" className="flex h-12 items-center gap-2 text-text-2">
              <Spinner /> {t('pair.preparing')}
            </p>
          ) : (
            <p className="flex items-center gap-2">
              <output
                aria-label={t('code.label')}
                className="font-mono text-xl font-semibold tracking-[0.14em] sm:text-2xl"
              >
                {groupPairingCode(code)}
              </output>
              <CopyButton text={code} label={t('code.copy')} />
            </p>
          )}
          {code != null && (
            <CountdownRing
              share={left.share}
              label={t('pair.expires', { seconds: Math.ceil(left.ms / 1_000) })}
            />
          )}
        </div>
      )}
      <p className="flex flex-wrap items-center justify-between gap-2 text-text-2">
        {t('code.for', { phone: formatPhone(phone) })}
        <Button size="sm" variant="ghost" onClick={onOtherPhone}>
          {t('code.otherPhone')}
        </Button>
      </p>
      {!onlyQr && <PairSteps method="code" />}
    </div>
  );
}
