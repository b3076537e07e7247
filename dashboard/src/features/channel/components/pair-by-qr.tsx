import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { CountdownRing } from '../../../components/countdown-ring';
import { ErrorState } from '../../../components/error-state';
import { Spinner } from '../../../components/spinner';
import type { Channel, PairingCode } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { useNow } from '../../../lib/time/use-now';
import { usePairing } from '../api/use-pairing';
import { codeLeft } from '../lib/pairing-clock';
import { PairSteps } from './pair-steps';

interface PairByQrProps {
  channel: Channel;
  onUseCode: () => void;
}

export function PairByQr({ channel, onUseCode }: PairByQrProps) {
  const { t } = useTranslation('channel');
  const pairing = usePairing({ channel, phone: undefined, enabled: true });
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
  return (
    <div className="flex flex-col gap-x-8 gap-y-6 sm:flex-row">
      <QrPlate code={pairing.data} />
      <div className="min-w-0 flex-1">
        <PairSteps method="qr" />
        <Button variant="quiet" onClick={onUseCode} className="mt-4 -ml-3">
          {t('pair.useCode')}
        </Button>
      </div>
    </div>
  );
}

/** Black on white in both themes: that is what phones read. */
function QrPlate({ code }: { code: PairingCode | undefined }) {
  const { t } = useTranslation('channel');
  const left = codeLeft(code ?? { expiresAt: null }, useNow(1_000));
  const ready = code !== undefined && (code.code !== null || code.qrcode !== null) && left.ms > 0;
  return (
    <div className="flex flex-col items-center gap-3">
      <div className="relative grid size-[264px] place-items-center rounded-card bg-white p-4">
        {code?.code != null && (
          <QRCodeSVG
            value={code.code}
            size={232}
            level="M"
            title={t('pair.qrLabel')}
            className={cx('transition-opacity duration-200', !ready && 'opacity-10')}
          />
        )}
        {code?.code === null && code.qrcode !== null && (
          <img
            src={code.qrcode}
            alt={t('pair.qrLabel')}
            className={cx('size-full', !ready && 'opacity-10')}
          />
        )}
        {!ready && (
          <span className="absolute inset-0 flex flex-col items-center justify-center gap-2 text-[#4e4166]">
            <Spinner />
            {code === undefined ? t('pair.preparing') : t('pair.renewing')}
          </span>
        )}
      </div>
      <CountdownRing
        share={left.share}
        label={ready ? t('pair.expires', { seconds: Math.ceil(left.ms / 1_000) }) : t('pair.preparing')}
      />
      <p role="status" className="sr-only">
        {ready ? t('pair.ready') : t('pair.preparing')}
      </p>
    </div>
  );
}
