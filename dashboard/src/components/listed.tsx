import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state';
import { Loading } from './loading';
import { Skeleton } from './skeleton';

interface ListedProps<T extends { id: string }> {
  query: UseQueryResult<T[]>;
  /** Said where there is nothing. */
  empty: string;
  label: string;
  children: (item: T) => ReactNode;
}

/** A list of a card, or why it is not there. */
export function Listed<T extends { id: string }>({ query, empty, label, children }: ListedProps<T>) {
  if (query.data === undefined) {
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
    ) : (
      <Loading className="flex flex-col gap-2">
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </Loading>
    );
  }
  if (query.data.length === 0) return <p className="text-text-2">{empty}</p>;
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-hairline">
      {query.data.map((item) => (
        <li key={item.id} className="flex min-h-12 items-center gap-3 py-2">
          {children(item)}
        </li>
      ))}
    </ul>
  );
}

/** The words of a line: what it is, and a little about it. */
export function ListedWords({ title, detail }: { title: ReactNode; detail: ReactNode }) {
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate font-medium">{title}</span>
      <span className="block truncate text-sm text-muted">{detail}</span>
    </span>
  );
}
