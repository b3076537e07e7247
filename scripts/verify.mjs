// `npm run verify`: everything that can be said of the code without running it. No server, under a minute.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { build } from './build.mjs';
import { installPackages, requireNode, say } from './install.mjs';

requireNode();
installPackages();
await build(['prisma client', 'server']);

const SOURCES =
  'activities adapters api bench config dashboard domain prisma sandbox scripts services temporal tests workflows';
const bin = (name) => `node_modules/.bin/${name}`;

/** [what it says, program, arguments, what repairs it]. The longest first: two cores share them. */
const CHECKS = [
  ['lint and types', bin('oxlint'), ['--max-warnings', '0', '.'], 'npx oxlint --fix .'],
  ['format', bin('oxfmt'), ['--list-different'], 'npx oxfmt'],
  ['arrows', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', ...SOURCES.split(' ')]],
  ['dead code', bin('knip'), ['--no-progress']],
  ['documents', process.execPath, ['scripts/check-docs.mjs']],
];

const results = await Promise.all([...CHECKS.map(run), checkOpenApi()]);
const failed = results.filter((result) => result !== undefined);
for (const { name, output, repair } of failed) {
  say(`\n✗ ${name}${repair === undefined ? '' : ` (repair: ${repair})`}\n${output.trim()}`);
}
say(
  failed.length === 0
    ? '✓ lint, types, format, arrows, dead code, documents, API description'
    : `\n${failed.length} failed`,
);
process.exit(failed.length === 0 ? 0 : 1);

function run([name, program, args, repair]) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ name, output: error.message }));
    child.on('close', (code) => resolve(code === 0 ? undefined : { name, output, repair }));
  });
}

/** The description and the dashboard's types are committed; they must be what the endpoints say. */
async function checkOpenApi() {
  const files = ['api/openapi.json', 'dashboard/src/lib/api/generated.ts'];
  const committed = files.map((file) => readFileSync(file, 'utf8'));
  const problem = await run(['API description', process.execPath, ['dist/openapi.js']]);
  if (problem !== undefined) return problem;
  const changed = files.filter((file, index) => readFileSync(file, 'utf8') !== committed[index]);
  if (changed.length === 0) return undefined;
  return {
    name: 'API description',
    output: `${changed.join(', ')} written anew; commit them`,
    repair: 'npm run openapi',
  };
}
