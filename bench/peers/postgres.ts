import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { freePorts } from '../../tests/support/processes';
import { begin, finish, ready } from './child';
import type { Cleanup } from './cleanup';

const DEBIAN = '/usr/lib/postgresql';
const NAME = 'peer';

/** Where n8n keeps its things, and whose CPU that is; a database that was named is none of our processes. */
export interface Postgres {
  url: URL;
  pids: (() => number[]) | undefined;
}

/**
 * The database PEER_DATABASE_URL names, else one of our own in `folder`, on a free port, as PostgreSQL is delivered
 * (what was committed is on the disk). Ours cannot be used: it has one connection.
 *
 * @throws Error that says what to do when there is neither
 */
export async function openPostgres(cleanup: Cleanup, folder: string): Promise<Postgres> {
  const named = process.env['PEER_DATABASE_URL'];
  if (named) {
    const url = new URL(named);
    await connect(url).catch((error: unknown) => {
      throw new Error(`The database of PEER_DATABASE_URL cannot be used: ${String(error)}`, { cause: error });
    });
    return { url, pids: undefined };
  }
  const programs = findPrograms();
  if (programs === undefined) {
    throw new Error(
      'n8n wants a PostgreSQL: install one (initdb on the PATH), or name an empty database in PEER_DATABASE_URL.',
    );
  }
  return startOwn(cleanup, join(folder, 'postgres'), programs);
}

async function startOwn(cleanup: Cleanup, folder: string, programs: string): Promise<Postgres> {
  const user = otherUser();
  const password = randomBytes(16).toString('hex');
  mkdirSync(folder);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);

  const data = join(folder, 'data');
  const options = { cwd: folder, log: `${folder}.log`, ...(user && { user }) };
  const access = ['-U', NAME, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  await finish(
    cleanup,
    join(programs, 'initdb'),
    ['-D', data, '-E', 'UTF8', '--no-locale', ...access],
    options,
  );
  const [port = 0] = await freePorts(1);
  const where = ['-p', String(port), '-h', '127.0.0.1', '-c', 'unix_socket_directories='];
  const child = begin(cleanup, join(programs, 'postgres'), ['-D', data, ...where], {
    ...options,
    // Without waiting for whoever is connected.
    stopWith: 'SIGINT',
  });
  const url = new URL(`postgres://${NAME}:${password}@127.0.0.1:${String(port)}/postgres`);
  await ready('PostgreSQL', child, () => connect(url));
  return { url, pids: () => child.pids() };
}

async function connect(url: URL): Promise<void> {
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.end();
}

/** The folder of `initdb` and `postgres`: on the PATH, else the newest of Debian's. */
function findPrograms(): string | undefined {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean),
    ...debian.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** PostgreSQL refuses to run as root. @returns `undefined` when we are somebody else */
function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as.');
}
