import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { cx } from '../../../lib/cx';

const BUBBLES = ['w-64', 'w-80 self-end', 'w-48', 'w-96 self-end'];

export function ChatSkeleton() {
  return (
    <Loading className="flex min-w-0 flex-1 flex-col">
      <div className="flex h-16 items-center gap-3 border-b border-divider px-4 sm:px-6">
        <Skeleton className="size-9 rounded-full" />
        <div className="space-y-2">
          <Skeleton className="h-3.5 w-36" />
          <Skeleton className="h-3 w-44" />
        </div>
      </div>
      <div className="flex flex-1 flex-col gap-5 px-4 py-6 sm:px-6">
        {BUBBLES.map((shape) => (
          <Skeleton key={shape} className={cx('h-14 max-w-full rounded-card', shape)} />
        ))}
      </div>
    </Loading>
  );
}
