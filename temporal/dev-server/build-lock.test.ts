import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withBuildLock } from './build-lock';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prosa-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const quietly = () => undefined;

describe('withBuildLock', () => {
  it('lets one in at a time, and says once that it waits', async () => {
    let inside = 0;
    let most = 0;
    const said: string[] = [];
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 50));
      inside -= 1;
    };
    await Promise.all([
      withBuildLock(lock, (line) => said.push(line), work),
      withBuildLock(lock, (line) => said.push(line), work),
    ]);
    expect(most).toBe(1);
    expect(said).toHaveLength(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('opens again when the work fails', async () => {
    await expect(withBuildLock(lock, quietly, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await withBuildLock(lock, quietly, () => Promise.resolve('fine'))).toBe('fine');
  });

  it('breaks the lock of a process that is gone', async () => {
    const gone = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(lock, String(gone));
    expect(await withBuildLock(lock, quietly, () => Promise.resolve('fine'))).toBe('fine');
  });
});
