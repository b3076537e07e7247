import { Loading } from '../components/loading';
import { Skeleton } from '../components/skeleton';

/** While a page's own file is on its way. */
export function PagePending() {
  return (
    <Loading className="w-full px-4 pt-6 sm:px-8 sm:pt-8">
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-4 h-4 w-full max-w-md" />
      <Skeleton className="mt-8 h-64 w-full max-w-4xl" />
    </Loading>
  );
}
