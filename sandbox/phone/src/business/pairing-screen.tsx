import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import type { InstanceView } from '../../../control/views';
import { call } from '../api/call';
import { useCommand } from '../api/use-command';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { formatNumber, parseNumber } from '../format/number';
import { strings } from '../strings';
import { PairingCode } from './pairing-code';

const QR_LIMIT = 30;
const words = strings.business;

interface Pairing {
  pairingCode?: string;
}

/** Linking a device: the code the product shows, and the phone that reads it. */
export function PairingScreen({ instance }: { instance: InstanceView }) {
  const [profileName, setProfileName] = useState<string>(words.profileDefault);
  const [typed, setTyped] = useState(() => formatNumber(instance.expectedNumber ?? numberFor(instance.name)));
  const [isWrong, setIsWrong] = useState(false);
  const scan = useCommand((body: Pairing & { number: string; profileName: string }) =>
    call('POST', `instances/${encodeURIComponent(instance.name)}/scan`, body),
  );

  function pair(pairing: Pairing): void {
    const number = parseNumber(typed);
    setIsWrong(number === undefined);
    if (number === undefined) return;
    scan.mutate({ ...pairing, number, profileName: profileName.trim() || words.profileDefault });
  }

  const { qrCode } = instance;
  return (
    <div className="scroll-quiet flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5">
      <div>
        <h3 className="text-base font-semibold">{words.linkDevice}</h3>
        <p className="mt-1 text-[13px] text-text-2">{words.linkHint}</p>
      </div>
      <figure className="flex flex-col items-center gap-2">
        <img
          src={qrCode?.base64}
          alt={words.qrAlt}
          className="size-52 rounded-card border border-divider bg-white p-2 [image-rendering:pixelated]"
        />
        <figcaption className="text-xs text-muted">{words.qrCount(qrCode?.count ?? 1, QR_LIMIT)}</figcaption>
      </figure>
      <Field
        label={words.profileName}
        value={profileName}
        onChange={({ target }) => setProfileName(target.value)}
      />
      <Field
        label={words.ownNumber}
        value={typed}
        inputMode="tel"
        error={isWrong ? strings.customer.numberWrong : undefined}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button look="primary" className="min-h-11" disabled={scan.isPending} onClick={() => pair({})}>
        <ScanLine className="size-5" aria-hidden />
        {words.scan}
      </Button>
      {qrCode?.pairingCode != null && <PairingCode onTyped={(pairingCode) => pair({ pairingCode })} />}
    </div>
  );
}

/** A number to begin with, another one for each instance. */
function numberFor(name: string): string {
  const sum = new TextEncoder().encode(name).reduce((total, byte) => (total * 31 + byte) % 10_000, 7);
  return `554198888${String(sum).padStart(4, '0')}`;
}
