import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('the commands of package.json', () => {
  it.each(Object.entries(scripts))('%s runs in every shell, that of Windows too', (_name, command) => {
    // Neither `NAME=1 node …` nor `$NAME`, nor programs that only some systems have.
    for (const part of command.split('&&')) expect(part.trim()).toMatch(/^node [\w./ =-]+$/);
  });
});
