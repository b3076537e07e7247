import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Waits for the answer that is on its way to a query, if there is one, whatever it is. It may be older than a change
 * that was just told: who brings the change in before it would see it undone, who asks beside it is given the same.
 */
export async function answerInFlight(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  const query = queries.getQueryCache().find({ queryKey, exact: true });
  if (query?.state.fetchStatus !== 'fetching') return;
  await query.promise?.catch(() => undefined);
}
