// Documents must not name files that are gone, and docs/coverage.md must have every line once. Part of `npm run verify`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const SKIPPED = ['node_modules', 'dist', '.local', '.git', 'generated'];
const FOLDERS = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** Lines of docs/coverage.md, by section. */
const LINES = { S0: 56, S1: 64, S2: 97, S3: 31, S4: 44 };
const problems = [];

for (const file of markdownFiles('.')) {
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '');
  for (const [, target] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    if (!existsSync(join(dirname(file), decodeURI(target))))
      problems.push(`${file} names what is not there: ${target}`);
  }
  // `services/…/x.ts` in running text is a promise too.
  for (const [, path] of text.matchAll(/`([\w.-]+\/[\w./-]+\.(?:ts|tsx|mjs|sql|md|yml|json|prisma))`/g)) {
    const known = FOLDERS.includes(path.split('/')[0]);
    if (known && !path.includes('…') && !existsSync(normalize(path)))
      problems.push(`${file} names what is not there: ${path}`);
  }
}

checkCoverage('docs/coverage.md');

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exit(problems.length === 0 ? 0 : 1);

/** Each line once, with a state; places and tests there, folders too; what is begun has a place. */
function checkCoverage(file) {
  const text = readFileSync(file, 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => /^\| S\d\.\d/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const seen = new Map();
  for (const [, number, , state, where, tests] of rows) {
    seen.set(number, (seen.get(number) ?? 0) + 1);
    if (!/^(done|part: .+|not yet)$/.test(state))
      problems.push(`${file}, ${number}: no such state: ${state}`);
    if ((state === 'not yet') === /`/.test(where)) problems.push(`${file}, ${number}: ${state}, but where?`);
    for (const [, path] of `${where} ${tests}`.matchAll(/`([^`]+)`/g)) {
      if (!existsSync(path)) problems.push(`${file}, ${number} names what is not there: ${path}`);
    }
  }
  for (const [section, count] of Object.entries(LINES)) {
    const states = rows.filter(([, number]) => number.startsWith(`${section}.`)).map((cells) => cells[3]);
    const sums = ['done', 'part', 'not yet'].map((word) => states.filter((s) => s.startsWith(word)).length);
    const sum = new RegExp(`^\\| ${[section, count, ...sums].join(' +\\| +')} +\\|$`, 'm');
    if (!sum.test(text)) problems.push(`${file}: the sums of ${section} are ${sums.join(', ')}`);
    for (let line = 1; line <= count; line += 1) {
      const times = seen.get(`${section}.${line}`) ?? 0;
      if (times !== 1) problems.push(`${file}: ${section}.${line} is there ${times} times`);
      seen.delete(`${section}.${line}`);
    }
  }
  for (const number of seen.keys()) problems.push(`${file}: nobody asked for ${number}`);
}

function markdownFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return markdownFiles(path);
      return entry.name.endsWith('.md') ? [path] : [];
    });
}
