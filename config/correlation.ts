import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line and outgoing call of one piece of work shares. */
export interface Correlation {
  correlationId: string;
  tenantId?: string;
  conversationId?: string;
}

const storage = new AsyncLocalStorage<Correlation>();

/** Runs `work` so that logs written and calls made inside it carry the correlation. */
export function withCorrelation<T>(correlation: Correlation, work: () => T): T {
  return storage.run(correlation, work);
}

export function currentCorrelation(): Correlation | undefined {
  return storage.getStore();
}
