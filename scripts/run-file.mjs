// One run for one data folder: a file names the process that has it. A run that was killed leaves the file behind.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (dataDir) => join(dataDir, 'run.json');

export async function ownRun(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const pid = readPid(dataDir);
  if (pid !== undefined && pid !== process.pid && isOurs(pid, 'scripts/start.mjs')) {
    throw new Error(`Prosa is running with this data folder already (process ${pid}, ${dataDir}).`);
  }
  // A run that was killed outright: its parts end by themselves, the Temporal server only when it is told.
  await endLeftovers(join(dataDir, 'temporal.db'));
  writeFileSync(fileOf(dataDir), JSON.stringify({ pid: process.pid }));
}

export function releaseRun(dataDir) {
  if (readPid(dataDir) === process.pid) rmSync(fileOf(dataDir), { force: true });
}

function readPid(dataDir) {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')).pid;
  } catch {
    return undefined;
  }
}

function isOurs(pid, mark) {
  return processes().some((entry) => entry.pid === pid && entry.command.includes(mark));
}

/** Ends programs that were started with this file among their arguments. */
async function endLeftovers(argument) {
  const leftovers = processes().filter(
    ({ pid, command }) => pid !== process.pid && command.includes('start-dev') && command.includes(argument),
  );
  for (const { pid } of leftovers) kill(pid, 'SIGTERM');
  for (let waited = 0; waited < 8_000 && leftovers.some(({ pid }) => lives(pid)); waited += 200) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  for (const { pid } of leftovers) if (lives(pid)) kill(pid, 'SIGKILL');
}

function processes() {
  try {
    return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, pid, command]) => ({ pid: Number(pid), command }));
  } catch {
    // No `ps` (Windows): the busy port will say what is wrong.
    return [];
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone meanwhile.
  }
}
