import { readFileSync } from 'node:fs';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { FLOW_TYPES } from '../../../../../domain/flow/runtime/value';
import { OPERATORS } from '../../../../../domain/flow/runtime/rules';
import { draftFacts } from './draft-facts';
import { blankNode } from './fixtures';
import { type SettingsSchema, blankOf, settingsSchema, variantNow, variantsOf } from './settings-schema';
import { widgetOf } from './widgets';

const file = new URL('../../../locales/pt-br/flow-editor.json', import.meta.url);
const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
const has = (group: string, ...names: string[]) => names.some((name) => texts[group]?.[name] !== undefined);

/** Every place of a kind's settings that a form shows. */
function places(kind: string): { path: string; schema: SettingsSchema }[] {
  const found: { path: string; schema: SettingsSchema }[] = [];
  const walk = (schema: SettingsSchema, path: string) => {
    if (path !== '') {
      const { is } = widgetOf(kind, path, schema);
      if (is === 'hidden' || is === 'test' || is === 'hours') return;
      if (!path.endsWith('.*')) found.push({ path, schema });
    }
    for (const [name, each] of Object.entries(schema.properties ?? {}))
      walk(each, path === '' ? name : `${path}.${name}`);
    for (const shape of schema.oneOf ?? schema.anyOf ?? []) walk(shape, path);
    if (schema.items) walk(schema.items, `${path}.*`);
  };
  const top = settingsSchema(kind);
  for (const [name, each] of Object.entries(top.properties ?? {})) walk(each, name);
  return found;
}

const last = (path: string) => path.split('.').findLast((part) => part !== '*') ?? path;

describe.each([...NODE_KINDS.keys()])('the form of %s', (kind) => {
  it('names every field and every option', () => {
    const unnamed = places(kind).flatMap(({ path, schema }) => {
      const name = last(path);
      const options = [
        ...(schema.enum ?? schema.items?.enum ?? []),
        ...(variantsOf(schema)?.variants.map((each) => each.name) ?? []),
      ].map(String);
      return [
        ...(has('field', `${kind}_${name}`, name) ? [] : [`field ${path}`]),
        ...options
          .filter((option) => !has('option', `${name}_${option}`, option))
          .map((option) => `${path}: ${option}`),
      ];
    });
    expect(unnamed).toEqual([]);
  });

  it('offers variables wherever they may be written', () => {
    const writings = draftFacts(blankNode('a', kind))?.writings ?? [];
    const without = writings
      .filter(({ as }) => as === 'template')
      .map(({ path }) => path.map((key) => (typeof key === 'number' ? '*' : key)).join('.'))
      .filter((path) => {
        const found = places(kind).find((each) => each.path === path || `${each.path}.*` === path);
        if (!found) return !path.includes('groups');
        return !['template', 'templates', 'messages', 'text'].includes(
          widgetOf(kind, found.path, found.schema).is,
        );
      });
    expect(without).toEqual([]);
  });

  it('names its ways out', () => {
    const ports = draftFacts(blankNode('a', kind))?.ports ?? [];
    const unnamed = ports.filter(({ handle, label }) => label === undefined && !has('port', handle));
    expect(unnamed).toEqual([]);
  });
});

describe('the words of conditions and types', () => {
  it('are all there', () => {
    expect(OPERATORS.filter((operator) => !has('operator', operator))).toEqual([]);
    expect(FLOW_TYPES.filter((type) => !has('type', type))).toEqual([]);
  });
});

describe('shapes of settings', () => {
  it('are told by their tag, or by the field that only one has', () => {
    const wait = settingsSchema('wait').properties?.['for'] ?? {};
    const shapes = variantsOf(wait);
    expect(shapes?.variants.map(({ name }) => name)).toEqual(['duration', 'date']);
    expect(shapes && variantNow(shapes, { by: 'date' })).toBe('date');
    const by = variantsOf(settingsSchema('ai_generate').properties?.['by'] ?? {});
    expect(by && variantNow(by, { model: 'x' })).toBe('model');
    expect(by && variantNow(by, undefined)).toBe('');
  });

  it('begin with what is fixed and nothing made up', () => {
    const shapes = variantsOf(settingsSchema('message_received').properties?.['filter'] ?? {});
    const keyword = shapes?.variants.find(({ name }) => name === 'keyword');
    expect(keyword && blankOf(keyword.schema)).toEqual({ by: 'keyword', match: 'equals', words: [] });
  });
});
