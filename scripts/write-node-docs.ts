import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePages } from './node-pages';

/** `npm run docs:nodes`: writes docs/nodes anew, so that pages of kinds that are gone go too. */
const FOLDER = 'docs/nodes';
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const [file, page] of nodePages()) writeFileSync(join(FOLDER, file), page);
