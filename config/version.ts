import { readFileSync } from 'node:fs';

/** The product's version. As far from here as from dist/: the package's own description. */
export const VERSION = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
