import type { Shape } from '../../../../../domain/flow/define-node';
import type { ScopeShape } from '../../../../../domain/flow/scope-at';
import type { FlowType, FlowValue } from '../../../../../domain/flow/runtime/value';
import { readAt } from './at-path';
import { MADE_UP } from './draft-facts';
import { fold } from './fold';

/** A value that can be named at one place of a flow. */
export interface Variable {
  /** As it is written: `contato.nome`. */
  path: string;
  type: FlowType;
  /** What it held last time, or an example. */
  sample: FlowValue | undefined;
}

const DEEPEST = 5;

export function variablesOf(scope: ScopeShape, samples: Record<string, unknown> = {}): Variable[] {
  const found: Variable[] = [];
  const collect = (shape: Shape, path: string[]) => {
    if (path.includes(MADE_UP)) return;
    if (typeof shape === 'string') {
      const sample = readAt(samples, path) as FlowValue | undefined;
      found.push({ path: path.join('.'), type: shape, sample });
      return;
    }
    if (path.length >= DEEPEST) return;
    for (const [name, inner] of Object.entries(shape)) collect(inner, [...path, name]);
  };
  for (const [name, shape] of Object.entries(scope)) collect(shape, [name]);
  return found;
}

export function searchVariables(variables: readonly Variable[], query: string): Variable[] {
  const wanted = fold(query);
  if (wanted === '') return [...variables];
  const rank = ({ path }: Variable) => {
    const text = fold(path);
    if (text.startsWith(wanted)) return 0;
    return text.includes(`.${wanted}`) ? 1 : text.includes(wanted) ? 2 : 3;
  };
  return variables.filter((each) => rank(each) < 3).toSorted((a, b) => rank(a) - rank(b));
}

/** What is being written after `{{`, when the caret stands inside of an open placeholder. */
export interface OpenPlaceholder {
  /** Where what is to be replaced begins. */
  start: number;
  query: string;
  /** After a bar: a filter is wanted. */
  wants: 'variable' | 'filter';
}

export function openPlaceholder(text: string, caret: number): OpenPlaceholder | undefined {
  const before = text.slice(0, caret);
  const open = before.lastIndexOf('{{');
  if (open < 0 || before[open - 1] === '\\' || before.indexOf('}}', open) >= 0) return undefined;
  const inside = before.slice(open + 2);
  if (inside.includes('\n') || inside.length > 80) return undefined;
  const bar = inside.lastIndexOf('|');
  const piece = bar < 0 ? inside : inside.slice(bar + 1);
  if (bar >= 0 && piece.includes(':')) return undefined;
  return {
    start: open + 2 + (bar < 0 ? 0 : bar + 1),
    query: piece.trim(),
    wants: bar < 0 ? 'variable' : 'filter',
  };
}

/** The text with a variable or a filter put in at the caret, and where the caret stands then. */
export function insertAtCaret(text: string, caret: number, word: string): { text: string; caret: number } {
  const open = openPlaceholder(text, caret);
  if (!open) {
    const piece = `{{ ${word} }}`;
    return { text: text.slice(0, caret) + piece + text.slice(caret), caret: caret + piece.length };
  }
  const after = text.slice(caret);
  const closes = /^\s*\}\}/.exec(after)?.[0];
  const piece = ` ${word} `;
  const end = closes === undefined ? '}}' : '';
  const rest = closes === undefined ? after : after.trimStart();
  const result = text.slice(0, open.start) + piece + end + rest;
  return { text: result, caret: open.start + piece.length + 2 };
}
