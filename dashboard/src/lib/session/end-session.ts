import { currentSession, sessionStore, type SignedOutReason } from './session';

const cleaners = new Set<() => void>();

/** What belongs to the person who is signed in registers how it is forgotten: cache, drafts, socket. */
export function onSessionEnd(clean: () => void): () => void {
  cleaners.add(clean);
  return () => cleaners.delete(clean);
}

/** Forgets everything of the session in this page. The server is told elsewhere, or ended it itself. */
export function endSessionHere(reason: SignedOutReason): void {
  const was = currentSession() !== undefined;
  sessionStore.set({ status: 'signedOut', reason: was ? reason : 'none' });
  for (const clean of [...cleaners]) clean();
}
