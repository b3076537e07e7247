import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from '../../config/logger';
import { freshState, readState, writeState, type State } from './state';

const QUIET_MS = 100;
/** A big state costs more to write, so it is written less often: at most a twentieth of the time. */
const REST_PER_WRITE = 20;

/** The state on disk: loaded once, written a moment after each change, whole or not at all. */
export class StateFile {
  readonly #path: string;
  readonly #log: Logger;
  #state: State | null = null;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #lastCostMs = 0;

  constructor(path: string, log: Logger) {
    this.#path = path;
    this.#log = log;
  }

  async load(): Promise<State> {
    this.#state = await this.#read();
    return this.#state;
  }

  /** Saves soon. */
  touch(): void {
    this.#timer ??= setTimeout(
      () => {
        this.flush().catch((error: unknown) => {
          this.#log.warn({ err: error }, 'the sandbox could not save its state');
        });
      },
      Math.max(QUIET_MS, this.#lastCostMs * REST_PER_WRITE),
    );
  }

  /** Saves now; what must survive a kill waits for this. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    if (this.#state === null) return;
    const began = performance.now();
    const next = `${this.#path}.next`;
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(next, writeState(this.#state));
    await rename(next, this.#path);
    this.#lastCostMs = performance.now() - began;
  }

  async #read(): Promise<State> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch {
      return freshState();
    }
    try {
      return readState(text);
    } catch (error) {
      const aside = `${this.#path}.unreadable`;
      await rename(this.#path, aside);
      this.#log.warn({ err: error, aside }, 'the saved sandbox state could not be read; starting afresh');
      return freshState();
    }
  }
}
