import { onSessionEnd } from '../session/end-session';
import { createStore } from '../store';
import type { ApiError } from './api-error';

/** What the API last refused or failed at, for who asks support about it. No texts, no addresses: nothing private. */
export interface LastError {
  requestId: string;
  code: string;
  status: number;
  /** ISO 8601. */
  at: string;
}

const KEY = 'prosa-last-error';

/** Kept by the tab: people reload a page that failed, and only then look for help. */
export const lastErrorStore = createStore<LastError | undefined>(read());

export function rememberError({ requestId, code, status }: ApiError): void {
  // A session that ran out is no failure, and without an id there is nothing to look for.
  if (status === 401 || requestId === '') return;
  const error: LastError = { requestId, code, status, at: new Date().toISOString() };
  lastErrorStore.set(error);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(error));
  } catch {
    // Refused storage: the page itself still knows.
  }
}

function forgetError(): void {
  lastErrorStore.set(undefined);
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was stored, then.
  }
}

function read(): LastError | undefined {
  try {
    return parseLastError(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
  } catch {
    return undefined;
  }
}

// What happened to one person is nothing for the next one at this screen.
onSessionEnd(forgetError);

/** What an earlier version may have stored is not trusted. */
export function parseLastError(stored: unknown): LastError | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { requestId, code, status, at } = stored as Record<string, unknown>;
  const isWhole =
    typeof requestId === 'string' &&
    typeof code === 'string' &&
    typeof status === 'number' &&
    typeof at === 'string';
  return isWhole ? { requestId, code, status, at } : undefined;
}
