import { createStore } from '../../../lib/store';
import { withRecent } from './palette';

const KEY = 'prosa-flow-recent';

/** What this person used last, on this device. */
export const recentKindsStore = createStore<string[]>(read());

export function rememberKind(kind: string): void {
  recentKindsStore.set((before) => withRecent(before, kind));
  try {
    localStorage.setItem(KEY, JSON.stringify(recentKindsStore.get()));
  } catch {
    // A private window may keep nothing; the list lives as long as the page.
  }
}

function read(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
