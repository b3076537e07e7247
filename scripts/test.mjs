// `npm test`: installs and builds what is missing, then runs the tests. Arguments go to Jest: `npm test -- domain`;
// `--record-histories` is ours, and saves what tests/replay plays (a flag, because Windows has no `NAME=1 node …`).
import { spawnSync } from 'node:child_process';
import { installPackages, requireNode, say } from './install.mjs';

requireNode();
installPackages();
const { build } = await import('./build.mjs');
await build();

const RECORD = '--record-histories';
const args = process.argv.slice(2).filter((arg) => arg !== RECORD);
if (process.argv.includes(RECORD)) process.env['RECORD_HISTORIES'] = '1';
if (args.length === 0) {
  const { findChromium } = await import('./find-chromium.mjs');
  process.env['CHROMIUM_PATH'] = findChromium(say);
}

const result = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_ENV: 'test',
    // Our code is ESM; Jest runs it so with this flag, and says that it is experimental each time.
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --no-warnings`,
  },
});
process.exit(result.status ?? 1);
