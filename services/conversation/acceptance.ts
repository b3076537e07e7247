import type { Deps } from '../deps';

/** Remembers which stored messages their workflow has accepted, so that the inbox sweep leaves them alone. */
export interface Acceptance {
  note(messageId: string): void;
  flush(): Promise<void>;
}

/** Written together this often (ms). A crash before costs a harmless second signal by the sweep. */
const FLUSH_EVERY_MS = 250;

export function createAcceptance(deps: Pick<Deps, 'db' | 'log'>): Acceptance {
  let noted: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const ids = noted;
    noted = [];
    if (ids.length === 0) return;
    try {
      await deps.db.withSystem((tx) =>
        tx.message.updateMany({ where: { id: { in: ids } }, data: { acceptedAt: new Date() } }),
      );
    } catch (error) {
      // Optional: the sweep signals these again, which changes nothing.
      deps.log.warn({ err: error, messages: ids.length }, 'could not note accepted messages');
    }
  }

  return {
    note(messageId) {
      noted.push(messageId);
      timer ??= setTimeout(() => void flush(), FLUSH_EVERY_MS);
    },
    flush,
  };
}
