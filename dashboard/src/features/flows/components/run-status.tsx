import { Ban, CircleCheck, CircleDashed, CircleX, Clock, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../components/chip';
import type { RunStatus, StepStatus } from '../api/shapes';

const RUN: Record<RunStatus, { icon: LucideIcon; tone: Tone }> = {
  queued: { icon: CircleDashed, tone: 'neutral' },
  running: { icon: LoaderCircle, tone: 'info' },
  waiting: { icon: Clock, tone: 'warning' },
  ended: { icon: CircleCheck, tone: 'success' },
  failed: { icon: CircleX, tone: 'danger' },
  cancelled: { icon: Ban, tone: 'neutral' },
};

export function RunStatusChip({ status }: { status: RunStatus }) {
  const { t } = useTranslation('flows');
  const { icon: Icon, tone } = RUN[status];
  return (
    <Chip tone={tone}>
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden className="size-3.5" />
        {t(`run.status.${status}`)}
      </span>
    </Chip>
  );
}

const STEP: Record<StepStatus, { icon: LucideIcon; tone: Tone }> = {
  done: { icon: CircleCheck, tone: 'success' },
  failed: { icon: CircleX, tone: 'danger' },
  waiting: { icon: Clock, tone: 'warning' },
  dropped: { icon: Ban, tone: 'neutral' },
};

export function StepStatusChip({ status }: { status: StepStatus }) {
  const { t } = useTranslation('flows');
  const { icon: Icon, tone } = STEP[status];
  return (
    <Chip tone={tone}>
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden className="size-3.5" />
        {t(`step.${status}`)}
      </span>
    </Chip>
  );
}
