// Builds what is out of date into dist/: server processes, the workflow bundle, dashboard and phone.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from './install.mjs';

const STAMPS = 'dist/stamps.json';

/** Name in dist → source. */
const PROCESSES = {
  settings: 'config/env.ts',
  app: 'scripts/start-app.ts',
  api: 'api/start.ts',
  worker: 'temporal/start-worker.ts',
  database: 'adapters/postgres/start-embedded.ts',
  temporal: 'temporal/dev-server/start.ts',
  'evaluate-jsonata': 'adapters/jsonata/evaluate-process.ts',
  migrate: 'prisma/migrate.ts',
  seed: 'prisma/seed.ts',
  'create-tenant': 'prisma/create-tenant.ts',
  sandbox: 'sandbox/start.ts',
  bundle: 'temporal/bundle-workflows.ts',
  openapi: 'scripts/write-openapi.ts',
  'node-docs': 'scripts/write-node-docs.ts',
  screens: 'scripts/screens/take.ts',
  bench: 'bench/run.ts',
  'bench-scale': 'bench/scale.ts',
  'bench-bare': 'bench/bare/start.ts',
  'bench-editor': 'bench/editor.ts',
  'bench-flame': 'bench/flame.ts',
  'bench-flow': 'bench/flow.ts',
  'bench-memory': 'bench/memory.ts',
  'bench-peers': 'bench/peers.ts',
  'bench-flow-bare': 'bench/bare/flow-start.ts',
  chaos: 'tests/chaos/run.ts',
};

const SERVER_SOURCES = [
  'activities',
  'adapters',
  'api',
  'bench',
  'config',
  'domain',
  'prisma',
  'sandbox',
  'scripts',
  'services',
  'temporal',
  'tests/chaos',
  'tests/support',
  'workflows',
];

/** In order: each may need what the ones before it made. */
const TARGETS = [
  { name: 'prisma client', sources: ['prisma/schema.prisma'], build: generatePrismaClient },
  { name: 'server', sources: SERVER_SOURCES, build: bundleProcesses },
  {
    name: 'workflows',
    sources: ['workflows', 'domain', 'temporal/bundle-workflows.ts'],
    build: bundleWorkflows,
  },
  {
    name: 'dashboard',
    sources: ['dashboard', 'domain', 'api/openapi.json'],
    build: () => vite('dashboard/vite.config.ts'),
  },
  { name: 'phone', sources: ['sandbox/phone'], build: () => vite('sandbox/phone/vite.config.ts') },
];

/** @param only names of targets; all of them when left out */
export async function build(only) {
  mkdirSync('dist', { recursive: true });
  const stamps = existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, 'utf8')) : {};
  for (const target of TARGETS) {
    if (only !== undefined && !only.includes(target.name)) continue;
    const stamp = hashOf([...target.sources, 'package-lock.json', 'scripts/build.mjs']);
    if (stamps[target.name] === stamp) continue;
    const startedAt = Date.now();
    await target.build();
    stamps[target.name] = stamp;
    writeFileSync(`${STAMPS}.${process.pid}`, JSON.stringify(stamps, null, 2));
    renameSync(`${STAMPS}.${process.pid}`, STAMPS);
    say(`Built ${target.name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesOf(source)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'generated'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)]));
}

/** `generate` needs no schema engine, but the CLI downloads one unless it is shown a program: any will do. */
function generatePrismaClient() {
  return run(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  });
}

async function bundleProcesses() {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: Object.fromEntries(Object.entries(PROCESSES).filter(([, source]) => existsSync(source))),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function bundleWorkflows() {
  const module = await import(pathToFileURL(resolve('dist/bundle.js')).href);
  writeFileSync('dist/workflows.js', await module.bundleWorkflows(resolve('workflows/index.ts')));
}

function vite(config) {
  if (!existsSync(config)) return Promise.resolve();
  return run(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    config,
    '--logLevel',
    'warn',
  ]);
}

function run(program, args, env = {}) {
  return new Promise((done, failed) => {
    let output = '';
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done();
      else failed(new Error(`${args.slice(0, 2).join(' ')} ended with ${code}:\n${output}`));
    });
  });
}

if (process.argv[1] === resolve('scripts/build.mjs')) await build();
