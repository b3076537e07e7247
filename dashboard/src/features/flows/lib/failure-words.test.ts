import { readdirSync, readFileSync } from 'node:fs';

const { errorType: words } = JSON.parse(readFileSync('dashboard/src/locales/pt-br/flows.json', 'utf8')) as {
  errorType: Record<string, string>;
};

/** Where blocks fail. */
const FOLDERS = ['services/flow', 'activities/flow', 'domain/flow/runtime', 'adapters/jsonata'];
/** How: `error: { type: 'x' …`, `failRun(state, { type: 'x' …`, `failed('x' …`, `failed(visit, 'x' …`. */
const FAILURES = [
  /(?:error|failure): \{ type: '(\w+)'/g,
  /fail\w*\([^;]*?\{ type: '(\w+)'/g,
  /(?:failed|refused)\('(\w+)'/g,
  /failed\(visit, '(\w+)'/g,
];

const types = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const code = readFileSync(`${folder}/${file}`, 'utf8');
      return FAILURES.flatMap((way) => [...code.matchAll(way)].flatMap(([, type]) => type ?? []));
    }),
);

describe('why a block failed', () => {
  it('is found in the code', () => {
    expect(types).toEqual(
      expect.arrayContaining(['timeout', 'http_error', 'date_is_past', 'too_many_steps']),
    );
  });

  it.each([...new Set(types)].sort())('has its words: %s', (type) => {
    expect(words[type]).toBeDefined();
  });
});
