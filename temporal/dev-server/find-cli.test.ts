import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI_VERSION, findTemporalCli } from './find-cli';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'prosa-cli-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function program(folder: string, name: string, script = '#!/bin/sh\n'): string {
  mkdirSync(join(home, folder), { recursive: true });
  const path = join(home, folder, name);
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

const find = (options: Partial<Parameters<typeof findTemporalCli>[0]> = {}) =>
  findTemporalCli({
    named: undefined,
    path: '',
    xdgCacheHome: join(home, 'cache'),
    goModule: home,
    say: () => undefined,
    ...options,
  });

describe('findTemporalCli', () => {
  it('takes the one that is named before any other', async () => {
    const named = program('opt', 'my-temporal');
    program('bin', 'temporal');
    expect(await find({ named, path: join(home, 'bin') })).toBe(named);
  });

  it('says in one sentence that the named one cannot be run', async () => {
    await expect(find({ named: join(home, 'nowhere') })).rejects.toThrow(
      /^TEMPORAL_CLI names .*cannot be run\.$/,
    );
  });

  it('takes the one on the PATH before the cache', async () => {
    const onPath = program('bin', 'temporal');
    program('cache/prosa', `temporal-cli-${CLI_VERSION}`);
    expect(await find({ path: `${join(home, 'empty')}:${join(home, 'bin')}` })).toBe(onPath);
  });

  it('passes by a file on the PATH that cannot be run', async () => {
    const file = program('bin', 'temporal');
    chmodSync(file, 0o644);
    const cached = program('cache/prosa', `temporal-cli-${CLI_VERSION}`);
    expect(await find({ path: join(home, 'bin') })).toBe(cached);
  });
});

it('is the version that Go would build', () => {
  const module = readFileSync('temporal/cli/go.mod', 'utf8');
  expect(module).toContain(`github.com/temporalio/cli v${CLI_VERSION}`);
  expect(existsSync('temporal/cli/go.sum')).toBe(true);
});
