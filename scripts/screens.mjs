// `npm run screens`: pictures of every screen, of a product started for them alone. Options: dashboard/README.md.
import { spawn } from 'node:child_process';
import { installPackages, requireNode, say } from './install.mjs';

requireNode();
installPackages();
const { build } = await import('./build.mjs');
await build();
const { findChromium } = await import('./find-chromium.mjs');
const CHROMIUM_PATH = findChromium(say);

const child = spawn(process.execPath, ['dist/screens.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH },
});
// Ctrl-C reaches both; the child stops what it started, and this one waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
