import { readFileSync } from 'node:fs';

/** Our modules of the bundle, as scripts/build.mjs has made it. */
const modules = [
  ...new Set(
    [
      ...readFileSync('dist/workflows.js', 'utf8').matchAll(/"\.\/((?:domain|workflows)\/[^"]+\.ts)"/g),
    ].flatMap(([, path]) => path ?? []),
  ),
].sort();

/** What a module keeps beside constants, line by line: all runs of a worker would share it. */
function stateOf(source: string): string[] {
  const lines = source.split('\n');
  const variables = lines.filter((line) => /^(export )?(let|var) /.test(line));
  const collections = lines.filter((line) => {
    const [, name] = /^(?:export )?const (\w+)[^=]*= new (?:Weak)?(?:Map|Set)\b/.exec(line) ?? [];
    return name !== undefined && new RegExp(`\\b${name}\\.(set|add|delete|clear)\\(`).test(source);
  });
  return [...variables, ...collections];
}

describe('the modules that all runs of a worker share', () => {
  it('are known', () => {
    expect(modules).toContain('workflows/conversation/conversation.ts');
    expect(modules).toContain('domain/conversation/next-step.ts');
  });

  it.each([
    ['let count = 0;', 1],
    ["export let last = '';", 1],
    ['const seen = new Map<string, number>();\nseen.set(run, 1);', 1],
    ['const seen: Set<string> = new Set();\nfunction f() { seen.add(1); }', 1],
    ["const KNOWN = new Set(['a']);\nKNOWN.has(x);", 0],
    ['function f() {\n  let count = 0;\n}', 0],
  ])('are judged: %j', (source, findings) => {
    expect(stateOf(source)).toHaveLength(findings);
  });

  it.each(modules)('keep nothing of a run: %s', (path) => {
    expect(stateOf(readFileSync(path, 'utf8'))).toEqual([]);
  });
});
