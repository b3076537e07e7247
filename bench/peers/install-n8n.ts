import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { finish } from './child';
import type { Cleanup } from './cleanup';

/** The newest that runs on Node.js 20. */
export const N8N_VERSION = '2.8.4';
const TELL_EVERY_MS = 30_000;

/**
 * Without these, n8n does not install today: one package does not come from the registry, and what it asks for in
 * ranges has moved on.
 */
const PACKAGE = {
  private: true,
  dependencies: { n8n: N8N_VERSION, '@opentelemetry/core': '2.1.0', '@opentelemetry/api': '1.9.1' },
  overrides: { xlsx: '0.18.5', '@langchain/langgraph-checkpoint': '1.0.0' },
};

/**
 * Installs n8n once for this user, beside the Temporal CLI.
 *
 * @returns the program
 */
export async function installN8n(cleanup: Cleanup, say: (line: string) => void): Promise<string> {
  const cacheDir = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'prosa');
  const folder = join(cacheDir, `n8n-${N8N_VERSION}`);
  const program = join(folder, 'node_modules/n8n/bin/n8n');
  if (existsSync(program)) return program;

  say(`Installing n8n ${N8N_VERSION} (once: two to five minutes, 1.7 GB) …`);
  const draft = `${folder}.${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  cleanup.add(() => rmSync(draft, { recursive: true, force: true }));
  writeFileSync(join(draft, 'package.json'), JSON.stringify(PACKAGE));
  await npmInstall(cleanup, draft, say);
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(program)) throw error;
  }
  return program;
}

async function npmInstall(cleanup: Cleanup, folder: string, say: (line: string) => void): Promise<void> {
  const startedAt = Date.now();
  const progress = setInterval(() => {
    say(`… installing n8n: ${((Date.now() - startedAt) / 60_000).toFixed(1)} min`);
  }, TELL_EVERY_MS);
  try {
    await finish(cleanup, 'npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
      cwd: folder,
      log: join(folder, 'install.log'),
    });
  } finally {
    clearInterval(progress);
  }
}
