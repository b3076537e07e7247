import type { InstanceView } from '../../../control/views';
import { Chip, type Tone } from '../components/chip';
import { strings } from '../strings';

const tones: Record<InstanceView['state'], Tone> = { open: 'success', connecting: 'warning', close: 'plain' };

export function StateChip({ instance }: { instance: InstanceView }) {
  const { state, qrCode } = instance;
  return <Chip tone={tones[state]}>{qrCode === null ? strings.states[state] : strings.waitingQr}</Chip>;
}
