export type JournalSystem = 'evolution' | 'openai' | 'chatwoot' | 'smtp' | 'webhook';

/** One call a stand-in received, or, with an event, one that Chatwoot made: its path is then the whole address. */
export interface ReceivedEntry {
  seq: number;
  at: number;
  system: Exclude<JournalSystem, 'webhook'>;
  event?: string;
  method: string;
  path: string;
  headers: Record<string, unknown>;
  body: unknown;
  status: number | null;
  durationMs: number | null;
  faults: string[];
}

interface WebhookAttempt {
  at: number;
  status: number | null;
  error: string | null;
  durationMs: number;
}

/** One event Evolution sent to the product, with every attempt and its answer. */
export interface WebhookEntry {
  seq: number;
  at: number;
  system: 'webhook';
  instance: string;
  event: string;
  messageId: string | null;
  /** The jid of the chat it is about; null when it is about the number as a whole. */
  chat: string | null;
  url: string;
  body: unknown;
  state: 'pending' | 'delivered' | 'refused' | 'given up' | 'dropped';
  attempts: WebhookAttempt[];
  faults: string[];
}

export type JournalEntry = ReceivedEntry | WebhookEntry;

const KEPT_PER_SYSTEM = 1_000;

/** The last calls of each system. An entry is completed in place by whoever added it, then `touch`ed. */
export class Journal {
  readonly #calls: Record<ReceivedEntry['system'], ReceivedEntry[]> = {
    evolution: [],
    openai: [],
    chatwoot: [],
    smtp: [],
  };
  readonly #webhooks: WebhookEntry[] = [];
  readonly #onChange: () => void;
  #seq = 0;

  constructor(onChange: () => void = () => undefined) {
    this.#onChange = onChange;
  }

  received(entry: Omit<ReceivedEntry, 'seq'>): ReceivedEntry {
    const numbered = { ...entry, seq: ++this.#seq };
    keep(this.#calls[entry.system], numbered);
    this.touch();
    return numbered;
  }

  sent(entry: Omit<WebhookEntry, 'seq'>): WebhookEntry {
    const numbered = { ...entry, seq: ++this.#seq };
    keep(this.#webhooks, numbered);
    this.touch();
    return numbered;
  }

  touch(): void {
    this.#onChange();
  }

  /** Oldest first. */
  list(system?: JournalSystem): JournalEntry[] {
    if (system === 'webhook') return [...this.#webhooks];
    if (system !== undefined) return [...this.#calls[system]];
    return [...Object.values(this.#calls).flat(), ...this.#webhooks].sort((a, b) => a.seq - b.seq);
  }

  clear(): void {
    this.#webhooks.length = 0;
    for (const calls of Object.values(this.#calls)) calls.length = 0;
    this.touch();
  }
}

function keep<Entry>(entries: Entry[], entry: Entry): void {
  entries.push(entry);
  if (entries.length > KEPT_PER_SYSTEM) entries.shift();
}
