import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

it('every way to start a process gives it as large a young generation', () => {
  const ways = ['Dockerfile', 'scripts/supervisor.mjs', 'tests/support/processes.ts'].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const sizes = [...ways, scripts['api'], scripts['worker']].map(
    (text) => /--max-semi-space-size=\d+/.exec(text ?? '')?.[0],
  );
  expect(new Set(sizes)).toEqual(new Set(['--max-semi-space-size=32']));
});

describe('the commands of package.json', () => {
  it.each(Object.entries(scripts))('%s runs in every shell, that of Windows too', (_name, command) => {
    // Neither `NAME=1 node …` nor `$NAME`, nor programs that only some systems have.
    for (const part of command.split('&&')) expect(part.trim()).toMatch(/^node [\w./ =-]+$/);
  });
});
