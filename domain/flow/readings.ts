import type { NodeFacts, Writing } from './define-node';
import { compileExpression } from './expression/cel';
import { compilePattern } from './expression/regex';
import { parseTemplate } from './expression/template';
import { type Outcome, ok, readPath } from './runtime/value';

/** A value that something written in a language of ours names. */
export interface Reading {
  path: readonly string[];
  /** It says what to do where nothing is there. */
  hasDefault: boolean;
}

export interface Readings {
  readings: Reading[];
  /** Of an expression: its type, as far as it can be told. */
  type?: string;
}

/** What a piece of writing names, or why it cannot be read. A pattern names nothing. Never throws. */
export function readingsOf(source: string, as: Writing['as']): Outcome<Readings> {
  switch (as) {
    case 'pattern': {
      const compiled = compilePattern(source);
      return compiled.ok ? ok({ readings: [] }) : compiled;
    }
    case 'template': {
      const parsed = parseTemplate(source);
      return parsed.ok ? ok({ readings: parsed.value.paths }) : parsed;
    }
    case 'path':
      return ok({ readings: [{ path: source.split('.'), hasDefault: true }] });
    case 'expression':
    case 'condition': {
      const compiled = compileExpression(source);
      if (!compiled.ok) return compiled;
      const { type, paths } = compiled.value;
      // An expression can ask has(): it may know that something is not there.
      return ok({ type, readings: paths.map((path) => ({ path, hasDefault: true })) });
    }
  }
}

/** The values that a node's settings name, each once, in their order; what cannot be read names nothing. */
export function namedBy({ settings, writings }: Pick<NodeFacts, 'settings' | 'writings'>): string[] {
  const named = writings.flatMap(({ path, as }) => {
    const source = readPath(settings, path);
    const found = typeof source === 'string' && source !== '' ? readingsOf(source, as) : undefined;
    return found?.ok === true ? found.value.readings.map((each) => each.path.join('.')) : [];
  });
  return [...new Set(named)];
}
