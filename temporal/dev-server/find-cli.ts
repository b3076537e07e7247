import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { withBuildLock } from './build-lock';

/** The version of temporal/cli/go.mod: the same server, whichever way it was got. */
export const CLI_VERSION = '1.8.2';
/** A refused download fails at once; a slow one may take this long (ms). */
const DOWNLOAD_LIMIT_MS = 180_000;

interface Options {
  /** TEMPORAL_CLI. */
  named: string | undefined;
  path: string;
  xdgCacheHome: string | undefined;
  /** Folder of go.mod. */
  goModule: string;
  say: (line: string) => void;
}

/**
 * Finds a `temporal` program, in this order: the one that is named, one on the PATH, one in the per-user cache that
 * all clones share, the SDK's download, a build with Go.
 *
 * @throws Error whose message says what to install
 */
export async function findTemporalCli(options: Options): Promise<string> {
  if (options.named !== undefined) {
    if (!isExecutable(options.named))
      throw new Error(`TEMPORAL_CLI names ${options.named}, which cannot be run.`);
    return options.named;
  }
  const onPath = findOnPath('temporal', options.path);
  if (onPath !== undefined) return onPath;

  const cacheDir = join(options.xdgCacheHome ?? join(homedir(), '.cache'), 'prosa');
  const cached = join(cacheDir, `temporal-cli-${CLI_VERSION}`);
  if (isExecutable(cached)) return cached;

  mkdirSync(cacheDir, { recursive: true });
  // Two starts at once: the second waits here and finds what the first has made.
  return withBuildLock(`${cached}.lock`, options.say, async () => {
    if (isExecutable(cached)) return cached;
    options.say(
      `There is no Temporal server on this machine yet. Downloading the Temporal CLI ${CLI_VERSION} …`,
    );
    if (await download(cacheDir, cached)) return cached;
    options.say('The download was refused.');
    await buildWithGo(options, cached);
    return cached;
  });
}

/** The SDK downloads the CLI to run a server for tests; we keep the file. */
async function download(cacheDir: string, target: string): Promise<boolean> {
  const downloadDir = join(cacheDir, `download-${process.pid}`);
  mkdirSync(downloadDir, { recursive: true });
  try {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const start = TestWorkflowEnvironment.createLocal({
      server: {
        executable: { type: 'cached-download', version: `v${CLI_VERSION}`, downloadDir },
        log: { format: 'pretty', level: 'never' },
      },
    });
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('too slow')), DOWNLOAD_LIMIT_MS).unref();
    });
    const environment = await Promise.race([start, late]);
    await environment.teardown();
    const [file] = readdirSync(downloadDir);
    if (file === undefined) return false;
    copyFileSync(join(downloadDir, file), `${target}.${process.pid}`);
    renameSync(`${target}.${process.pid}`, target);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(downloadDir, { recursive: true, force: true });
  }
}

async function buildWithGo(options: Options, target: string): Promise<void> {
  const go = findOnPath('go', options.path);
  if (go === undefined) {
    throw new Error(
      'No Temporal server could be found. Install the Temporal CLI (https://docs.temporal.io/cli), or Go 1.26.4 or ' +
        'newer to have it built, or set TEMPORAL_ADDRESS to a server that runs.',
    );
  }
  options.say('Building it with Go instead: about five minutes, once for this user.');
  const draft = `${target}.${process.pid}`;
  const args = [
    'build',
    '-v',
    '-trimpath',
    '-ldflags=-s -w',
    '-o',
    draft,
    'github.com/temporalio/cli/cmd/temporal',
  ];
  await run(go, args, { cwd: options.goModule, say: options.say });
  renameSync(draft, target);
}

/** `go build -v` names each package as it is compiled: that is the progress shown. */
async function run(
  program: string,
  args: string[],
  options: { cwd: string; say: (line: string) => void },
): Promise<void> {
  const startedAt = Date.now();
  let packages = 0;
  let lastLines: string[] = [];
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...inheritedEnvironment(), CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const lines = text.split('\n').filter((line) => line !== '');
    packages += lines.length;
    lastLines = [...lastLines, ...lines].slice(-5);
  });
  const progress = setInterval(() => {
    const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
    options.say(`… building the Temporal CLI: ${packages} packages, ${minutes} min`);
  }, 20_000);
  try {
    await new Promise<void>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve();
        else {
          reject(
            new Error(
              `Go could not build the Temporal CLI (it needs Go 1.26.4 or newer). Its last words:\n${lastLines.join('\n')}\n` +
                'Install the Temporal CLI (https://docs.temporal.io/cli), or set TEMPORAL_ADDRESS to a server that runs.',
            ),
          );
        }
      });
    });
  } finally {
    clearInterval(progress);
  }
}

function inheritedEnvironment(): NodeJS.ProcessEnv {
  // A child needs the machine's environment (HOME, GOPROXY, …), not our settings.
  // oxlint-disable-next-line no-restricted-properties
  return process.env;
}

function findOnPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
