import { CircleDashed, CirclePause, CirclePlay } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../components/chip';
import type { FlowStatus } from '../api/shapes';

const TONES: Record<FlowStatus, Tone> = { draft: 'neutral', active: 'success', paused: 'warning' };
const ICONS = { draft: CircleDashed, active: CirclePlay, paused: CirclePause };

export function StatusChip({ status }: { status: FlowStatus }) {
  const { t } = useTranslation('flows');
  const Icon = ICONS[status];
  return (
    <Chip tone={TONES[status]}>
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden className="size-3.5" />
        {t(`status.${status}`)}
      </span>
    </Chip>
  );
}
