/** Something a page or the state file may want to know about. */
export type Change =
  | { type: 'instances' }
  | { type: 'customers' }
  | { type: 'faults' }
  | { type: 'mails' }
  | { type: 'journal' }
  | { type: 'timings' }
  | { type: 'chatwoot' }
  | { type: 'chat'; instance: string; chat: string };

type Listener = (change: Change) => void;

/** Tells listeners at once that something changed; what it is now, they ask. */
export class Changes {
  readonly #listeners = new Set<Listener>();

  announce(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Returns the way to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
