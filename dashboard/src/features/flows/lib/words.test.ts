import { readFileSync } from 'node:fs';
import { REFERENCE_TYPES } from '../../../../../domain/flow/define-node';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { FLOW_TEMPLATES } from '../../../../../domain/flow/templates';
import { aNode } from './fixtures';

const words = JSON.parse(readFileSync('dashboard/src/locales/pt-br/flows.json', 'utf8')) as Record<
  'need' | 'niche' | 'handle',
  Record<string, string>
>;

/** Ways out that are ours, not the tenant's buttons or branches. */
const handles = [...NODE_KINDS.values()].flatMap((definition) => {
  const node = aNode('n', definition.kind, definition.initial);
  const facts = definition.describe({ ...node, typeVersion: definition.version });
  return Array.isArray(facts)
    ? []
    : facts.ports.filter(({ label }) => label === undefined).map(({ handle }) => handle);
});

describe('what the core names has words', () => {
  it.each(REFERENCE_TYPES)('%s, to be chosen again', (type) => {
    expect(words.need[type]).toBeDefined();
  });

  it.each([...new Set(FLOW_TEMPLATES.map(({ niche }) => niche))])('templates for %s', (niche) => {
    expect(words.niche[niche]).toBeDefined();
  });

  it.each([...new Set(handles)].filter((handle) => !handle.includes(':')))('the way out %s', (handle) => {
    expect(words.handle[handle]).toBeDefined();
  });
});
