import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import type { Channel } from '../../../lib/api/types';
import { pairingPhone } from '../lib/pairing-phone';
import { PairingCodeView } from './pairing-code-view';
import { PhoneForm } from './phone-form';

interface PairByCodeProps {
  channel: Channel;
  onUseQr: () => void;
}

/** For who holds only the phone that is to be paired: its number first, then a code to type on it. */
export function PairByCode({ channel, onUseQr }: PairByCodeProps) {
  const { t } = useTranslation('channel');
  const [typed, setTyped] = useState('');
  const [phone, setPhone] = useState<string>();
  return (
    <div className="flex flex-col gap-5">
      {phone === undefined ? (
        <PhoneForm typed={typed} onType={setTyped} onSubmit={() => setPhone(pairingPhone(typed))} />
      ) : (
        <PairingCodeView channel={channel} phone={phone} onOtherPhone={() => setPhone(undefined)} />
      )}
      <Button variant="quiet" onClick={onUseQr} className="self-start sm:-ml-3">
        {t('pair.useQr')}
      </Button>
    </div>
  );
}
