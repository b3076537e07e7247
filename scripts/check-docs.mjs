// Documents must not name files that are gone. Part of `npm run verify`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const SKIPPED = ['node_modules', 'dist', '.local', '.git', 'generated'];
const FOLDERS = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const problems = [];

for (const file of markdownFiles('.')) {
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '');
  for (const [, target] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    if (!existsSync(join(dirname(file), decodeURI(target)))) problems.push(`${file}: ${target}`);
  }
  // `services/…/x.ts` in running text is a promise too.
  for (const [, path] of text.matchAll(/`([\w.-]+\/[\w./-]+\.(?:ts|tsx|mjs|sql|md|yml|json|prisma))`/g)) {
    const known = FOLDERS.includes(path.split('/')[0]);
    if (known && !path.includes('…') && !existsSync(normalize(path))) problems.push(`${file}: ${path}`);
  }
}

for (const problem of problems) process.stderr.write(`names what is not there: ${problem}\n`);
process.exit(problems.length === 0 ? 0 : 1);

function markdownFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return markdownFiles(path);
      return entry.name.endsWith('.md') ? [path] : [];
    });
}
