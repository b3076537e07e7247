import { readFileSync } from 'node:fs';
import { FILTERS } from './expression/filters';
import { EXPRESSION_LIMITS } from './expression/limits';
import { FINDINGS } from './finding';
import { NODE_KINDS } from './registry';

const page = readFileSync('docs/flows.md', 'utf8');

describe('docs/flows.md', () => {
  it.each([...NODE_KINDS.keys(), ...Object.keys(FILTERS), ...Object.keys(FINDINGS)])('has `%s`', (word) => {
    expect(page).toContain(`\`${word}\``);
  });

  it('has the limits', () => {
    const { steps, expressionCharacters, templateCharacters, text } = EXPRESSION_LIMITS;
    for (const each of [expressionCharacters, templateCharacters]) expect(page).toContain(String(each));
    for (const each of [steps, text]) expect(page).toContain(each.toLocaleString('en-US'));
  });
});
