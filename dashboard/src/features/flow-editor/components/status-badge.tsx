import { Ban, Check, CircleDashed, CircleX, Clock, LoaderCircle, SkipForward } from 'lucide-react';
import { cx } from '../../../lib/cx';
import type { NodeStatus } from '../lib/editor-context';
import { useStatusWords } from '../lib/use-status-words';

const LOOK = {
  pending: { icon: CircleDashed, tone: 'text-muted' },
  running: { icon: LoaderCircle, tone: 'text-info' },
  waiting: { icon: Clock, tone: 'text-warning' },
  done: { icon: Check, tone: 'text-success' },
  skipped: { icon: SkipForward, tone: 'text-muted' },
  failed: { icon: CircleX, tone: 'text-danger' },
  cancelled: { icon: Ban, tone: 'text-muted' },
} as const;

/** How a block stands in the run shown: an icon and words. */
export function StatusBadge({ status }: { status: NodeStatus }) {
  const say = useStatusWords();
  const { icon: Icon, tone } = LOOK[status.status];
  return (
    <span
      className={cx(
        'inline-flex h-5 items-center gap-1 rounded-full border border-divider bg-overlay px-2 text-xs whitespace-nowrap',
        tone,
      )}
    >
      <Icon aria-hidden className="size-3" />
      {say(status)}
    </span>
  );
}
