import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';

export function ListSkeleton() {
  return (
    <Loading>
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className="flex gap-3 px-4 py-3">
          <Skeleton className="size-10 shrink-0 rounded-full" />
          <div className="flex-1 space-y-2 pt-1">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-4/5" />
            <Skeleton className="h-5 w-24 rounded-full" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
