import type { FlowTools } from '../runtime/tools';
import { type Outcome, ok } from '../runtime/value';
import { compileExpression } from './cel';
import { compilePattern } from './regex';
import { parseTemplate, renderValue } from './template';

/** How many compiled sources one process remembers of each sort. */
const REMEMBERED = 500;

function remember<T>(make: (source: string) => T): (source: string) => T {
  const known = new Map<string, T>();
  return (source) => {
    const found = known.get(source);
    if (found !== undefined) return found;
    const made = make(source);
    const oldest = known.keys().next();
    if (known.size >= REMEMBERED && !oldest.done) known.delete(oldest.value);
    known.set(source, made);
    return made;
  };
}

const expressionOf = remember(compileExpression);
const templateOf = remember(parseTemplate);
const patternOf = remember((source) => compilePattern(source, true));

/** The real ones. */
export const flowTools: FlowTools = {
  evaluate(source, scope) {
    const compiled = expressionOf(source);
    if (!compiled.ok) return compiled;
    const result = compiled.value.evaluate(scope);
    return result.ok ? ok(result.value) : result;
  },
  render(source, scope, zone) {
    const parsed = templateOf(source);
    return parsed.ok ? renderValue(parsed.value, scope, { zone }) : parsed;
  },
  matches(source, text): Outcome<boolean> {
    const compiled = patternOf(source);
    return compiled.ok ? ok(compiled.value.test(text)) : compiled;
  },
};
