import { endSessionHere } from './end-session';
import { currentSession } from './session';

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('prosa-session') : undefined;

/** Tabs share the cookie: a session that ends in one ends in all. */
export function tellOtherTabsOfSignOut(): void {
  channel?.postMessage('signed-out');
}

export function followOtherTabs(): void {
  channel?.addEventListener('message', () => {
    if (currentSession() !== undefined) endSessionHere('left');
  });
}
