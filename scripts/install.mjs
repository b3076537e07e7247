// Installs the packages when the lockfile changed. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STAMP = 'node_modules/.prosa-lockfile';
const OLDEST_NODE = [20, 19];

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  fail(`Prosa needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

export function installPackages() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (installed === wanted) return;
  say(installed === '' ? 'Installing packages (once) …' : 'The lockfile changed: installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Development packages too, whatever NODE_ENV says: they build the dashboard.
  const result = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) fail('npm ci failed; its words are above.');
  writeFileSync(STAMP, wanted);
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** One clear sentence, and the end. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
