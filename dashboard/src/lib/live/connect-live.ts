import { io } from 'socket.io-client';
import { renewSession } from '../session/renew-session';
import { currentSession } from '../session/session';
import { type LiveEvent, parseLiveEvent } from './live-event';
import { liveStatusStore } from './live-status';

interface Handlers {
  onEvent: (event: LiveEvent) => void;
  /** @param again back after a gap: what was told meanwhile is lost */
  onConnect: (again: boolean) => void;
}

const MAX_DELAY_MS = 10_000;

/** Listens to the tenant's live events for as long as the session lasts. Returns how to stop. */
export function connectLive(handlers: Handlers): () => void {
  const socket = io({
    auth: (give) => give({ token: currentSession()?.accessToken ?? '' }),
    reconnectionDelay: 500,
    reconnectionDelayMax: MAX_DELAY_MS,
  });
  let connectedBefore = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const connectAgain = (delay: number) => {
    clearTimeout(retry);
    retry = setTimeout(() => {
      renewSession()
        .then((session) => {
          if (session !== undefined) socket.connect();
        })
        .catch(() => connectAgain(MAX_DELAY_MS));
    }, delay);
  };
  const showLoss = () => liveStatusStore.set(navigator.onLine ? 'reconnecting' : 'offline');

  socket.on('connect', () => {
    liveStatusStore.set('live');
    handlers.onConnect(connectedBefore);
    connectedBefore = true;
  });
  socket.on('live', (input: unknown) => {
    const event = parseLiveEvent(input);
    if (event !== undefined) handlers.onEvent(event);
  });
  socket.on('disconnect', (reason) => {
    showLoss();
    // The token has run out; socket.io itself does not come back from this one.
    if (reason === 'io server disconnect') connectAgain(0);
  });
  socket.on('connect_error', (error) => {
    showLoss();
    if (error.message === 'token_invalid') connectAgain(1_000);
  });
  // Whether the old connection survived is learned too late: a new one is quick, and brings what was missed.
  const onOnline = () => {
    showLoss();
    socket.disconnect().connect();
  };
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', showLoss);

  return () => {
    clearTimeout(retry);
    window.removeEventListener('online', onOnline);
    window.removeEventListener('offline', showLoss);
    socket.removeAllListeners();
    socket.disconnect();
    liveStatusStore.set('reconnecting');
  };
}
