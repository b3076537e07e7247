import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Step = () => Promise<void> | void;

/** One step that hangs must not keep the others from being taken. */
const STEP_LIMIT_MS = 15_000;
const INTERRUPTED = 130;

/** What has to be undone, the last first, whichever way the run ends: by itself, by an error, or by Ctrl-C. */
export class Cleanup {
  private readonly steps: Step[] = [];
  private running: Promise<void> | undefined;

  constructor() {
    // Again and again: npm hands on a signal the terminal has given us already.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (!this.hasBegun) process.stderr.write('Stopping …\n');
        void this.run().then(() => process.exit(INTERRUPTED));
      });
    }
  }

  get hasBegun(): boolean {
    return this.running !== undefined;
  }

  add(step: Step): void {
    this.steps.push(step);
  }

  run(): Promise<void> {
    this.running ??= this.undo();
    return this.running;
  }

  private async undo(): Promise<void> {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      const late = new Promise<void>((resolve) => setTimeout(resolve, STEP_LIMIT_MS).unref());
      try {
        await Promise.race([step(), late]);
      } catch (error) {
        process.stderr.write(`${String(error)}\n`);
      }
    }
  }
}

/** One folder for all that this run writes, the product's data included: it is removed at the end. */
export function takeFolder(cleanup: Cleanup): string {
  const folder = mkdtempSync(join(tmpdir(), 'prosa-peers-'));
  // The database may run as another user, who has to get through.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  cleanup.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return folder;
}
