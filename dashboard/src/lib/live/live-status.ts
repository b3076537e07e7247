import { createStore } from '../store';

/** live: what happens is seen at once; reconnecting: trying; offline: this device has no network. */
export type LiveStatus = 'live' | 'reconnecting' | 'offline';

export const liveStatusStore = createStore<LiveStatus>('reconnecting');
