import { readFileSync, readdirSync } from 'node:fs';
import { reasonKey } from './reason-key';

const FOLDER = 'domain/flow/typebot';
const words = JSON.parse(readFileSync('dashboard/src/locales/pt-br/flows.json', 'utf8')) as {
  reason: Record<string, string>;
};

/** Every reason that the importer's code gives. */
const reasons = readdirSync(FOLDER)
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) => {
    const code = readFileSync(`${FOLDER}/${file}`, 'utf8');
    return [...code.matchAll(/(?:lost\(\w+, |approximated: |unmapped: )'([^']+)'/g)].map(
      ([, text]) => text ?? '',
    );
  });

describe('why a block came out otherwise', () => {
  it('finds what the importer says', () => {
    expect(reasons.length).toBeGreaterThan(10);
  });

  it.each([...new Set(reasons), 'there is nothing like webhook here'])('%s has its words', (reason) => {
    expect(words.reason[reasonKey(reason)]).toBeDefined();
  });
});
