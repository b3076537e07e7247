import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodePages } from './node-pages';

const FOLDER = 'docs/nodes';
/** The formatter aligns tables. */
const bare = (page: string) => page.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

describe('docs/nodes', () => {
  it.each([...nodePages()])('%s says what the registry says (npm run docs:nodes)', (file, page) => {
    expect(bare(readFileSync(join(FOLDER, file), 'utf8'))).toBe(bare(page));
  });

  it('has no page of a kind that is gone', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...nodePages().keys()].sort());
  });
});
