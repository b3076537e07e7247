import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hasErrorCode } from '../../config/has-error-code';

const LOOK_EVERY_MS = 1_000;

/**
 * Runs `work` while holding a lock file that names our process. Whoever finds it taken waits; a lock whose process is
 * gone is broken.
 */
export async function withBuildLock<T>(
  path: string,
  say: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  let told = false;
  while (!take(path)) {
    if (!told) say('Another start is fetching the Temporal CLI; waiting for it …');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  }
  if (!holderLives(path)) rmSync(path, { force: true });
  return false;
}

function holderLives(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // Created and not written yet.
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasErrorCode(error, 'EPERM');
  }
}
