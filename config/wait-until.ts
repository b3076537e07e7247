import { StartupError } from './run-process';

const ASK_EVERY_MS = 250;

/**
 * Tries until it works.
 *
 * @throws StartupError `sorry` when it has not worked in time
 */
export async function waitUntil<T>(
  work: () => Promise<T>,
  options: { withinMs: number; sorry: string },
): Promise<T> {
  const until = Date.now() + options.withinMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw new StartupError(options.sorry, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  }
}
