import { RE2JS } from 're2js';
import { type Outcome, fault, ok } from '../runtime/value';
import { EXPRESSION_LIMITS } from './limits';

/** Patterns written by tenants have RE2's semantics: linear time, no look-around, no back-references. */
export interface Pattern {
  /** Anywhere in the text; only its first 4096 characters are looked at. */
  test(text: string): boolean;
}

/** @param pattern RE2 syntax; `ignoreCase` also ignores the case of accented letters */
export function compilePattern(pattern: string, ignoreCase = false): Outcome<Pattern> {
  if (pattern.length > EXPRESSION_LIMITS.patternCharacters) {
    return fault('pattern_too_long', `at most ${EXPRESSION_LIMITS.patternCharacters} characters`);
  }
  if (repeats(pattern) > EXPRESSION_LIMITS.patternRepeats) {
    return fault('pattern_too_costly', `at most ${EXPRESSION_LIMITS.patternRepeats} counted repetitions`);
  }
  try {
    const compiled = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    return ok({ test: (text) => compiled.matcher(text.slice(0, EXPRESSION_LIMITS.subject)).find() });
  } catch (error) {
    return fault('invalid_pattern', error instanceof Error ? error.message : 'not a pattern');
  }
}

/** The product of all counts: never less than what nested ones multiply to, which is what a program's size follows. */
function repeats(pattern: string): number {
  let product = 1;
  for (const [, from, to] of pattern.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g)) {
    product *= Math.max(1, Number(from), Number(to ?? 0));
  }
  return product;
}
