// Installs the packages when the lockfile changed. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What npm writes when it has finished: what lies in node_modules. */
const INSTALLED = 'node_modules/.package-lock.json';
const OLDEST_NODE = [20, 19];

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  fail(`Prosa needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

export function installPackages() {
  if (isInstalled()) return;
  say(existsSync(INSTALLED) ? 'The lockfile changed: installing packages …' : 'Installing packages (once) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Development packages too, whatever NODE_ENV says: they build the dashboard.
  const result = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) fail('npm ci failed; its words are above.');
}

/** True when every package of the lockfile lies there as it says, but those other platforms need. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const [{ packages: wanted }, { packages: installed }] = ['package-lock.json', INSTALLED].map((file) =>
    JSON.parse(readFileSync(file, 'utf8')),
  );
  return Object.entries(wanted).every(
    ([path, { integrity, optional = false }]) =>
      path === '' || (path in installed ? installed[path].integrity === integrity : optional),
  );
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** One clear sentence, and the end. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
