import type { FlowTools } from './tools';
import {
  type FlowObject,
  type FlowValue,
  type Outcome,
  asInstant,
  asNumber,
  asText,
  fault,
  isEmpty,
  isFlowObject,
  ok,
  readPath,
} from './value';

export const OPERATORS = [
  'empty',
  'not_empty',
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'starts_with',
  'ends_with',
  'greater',
  'greater_or_equal',
  'less',
  'less_or_equal',
  'before',
  'after',
  'in_list',
  'not_in_list',
  'matches',
  'is_true',
  'is_false',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Operators that compare with nothing. */
export const BARE_OPERATORS: readonly Operator[] = ['empty', 'not_empty', 'is_true', 'is_false'];

export interface Rule {
  /** `contato.nome`. */
  left: string;
  operator: Operator;
  /** A template; for lists, parted by commas. */
  right: string;
}

export interface RuleGroup {
  join: 'all' | 'any';
  rules: Rule[];
}

/** Either groups of rules, or one expression in CEL. */
export type Test = { join: 'all' | 'any'; groups: RuleGroup[] } | { expression: string };

/** Whether it holds. A value of the wrong type is a fault, which conditions answer with `else`. */
export function evaluateTest(
  test: Test,
  scope: FlowObject,
  zone: string,
  tools: FlowTools,
): Outcome<boolean> {
  if ('expression' in test) {
    const result = tools.evaluate(test.expression, scope);
    if (!result.ok) return result;
    return typeof result.value === 'boolean'
      ? ok(result.value)
      : fault('not_a_yes_or_no', typeof result.value);
  }
  return joined(test.join, test.groups, (group) =>
    joined(group.join, group.rules, (rule) => evaluateRule(rule, scope, zone, tools)),
  );
}

function joined<T>(
  join: 'all' | 'any',
  each: readonly T[],
  test: (one: T) => Outcome<boolean>,
): Outcome<boolean> {
  for (const one of each) {
    const result = test(one);
    if (!result.ok) return result;
    if (result.value !== (join === 'all')) return result;
  }
  return ok(join === 'all');
}

export function evaluateRule(
  rule: Rule,
  scope: FlowObject,
  zone: string,
  tools: FlowTools,
): Outcome<boolean> {
  const left = readPath(scope, rule.left.split('.'));
  switch (rule.operator) {
    case 'empty':
      return ok(isEmpty(left));
    case 'not_empty':
      return ok(!isEmpty(left));
    case 'is_true':
      return ok(left === true || fold(left) === 'sim' || fold(left) === 'true');
    case 'is_false':
      return ok(left === false || fold(left) === 'nao' || fold(left) === 'false');
    default: {
      const right = tools.render(rule.right, scope, zone);
      return right.ok ? compare(rule.operator, left, right.value, tools) : right;
    }
  }
}

function compare(
  operator: Exclude<Operator, 'empty' | 'not_empty' | 'is_true' | 'is_false'>,
  left: FlowValue | undefined,
  right: FlowValue,
  tools: FlowTools,
): Outcome<boolean> {
  switch (operator) {
    case 'equals':
      return ok(same(left, right));
    case 'not_equals':
      return ok(!same(left, right));
    case 'contains':
      return ok(contains(left, right));
    case 'not_contains':
      return ok(!contains(left, right));
    case 'starts_with':
      return ok(fold(left).startsWith(fold(right)));
    case 'ends_with':
      return ok(fold(left).endsWith(fold(right)));
    case 'greater':
      return ordered(asNumber(left), asNumber(right), (a, b) => a > b, 'not_a_number');
    case 'greater_or_equal':
      return ordered(asNumber(left), asNumber(right), (a, b) => a >= b, 'not_a_number');
    case 'less':
      return ordered(asNumber(left), asNumber(right), (a, b) => a < b, 'not_a_number');
    case 'less_or_equal':
      return ordered(asNumber(left), asNumber(right), (a, b) => a <= b, 'not_a_number');
    case 'before':
      return ordered(asInstant(left), asInstant(right), (a, b) => a < b, 'not_a_date');
    case 'after':
      return ordered(asInstant(left), asInstant(right), (a, b) => a > b, 'not_a_date');
    case 'in_list':
      return ok(options(right).some((each) => same(left, each)));
    case 'not_in_list':
      return ok(!options(right).some((each) => same(left, each)));
    case 'matches':
      return tools.matches(asText(right), asText(left));
  }
}

function ordered(
  left: number | undefined,
  right: number | undefined,
  holds: (left: number, right: number) => boolean,
  code: string,
): Outcome<boolean> {
  if (left === undefined || right === undefined) return fault(code, left === undefined ? 'left' : 'right');
  return ok(holds(left, right));
}

/** Customers write `Olá`, `ola` and `OLA` for one thing. */
export function fold(value: FlowValue | undefined): string {
  return asText(value).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function same(left: FlowValue | undefined, right: FlowValue): boolean {
  if (typeof left === 'number' || typeof right === 'number') {
    const [a, b] = [asNumber(left), asNumber(right)];
    if (a !== undefined && b !== undefined) return a === b;
  }
  if (Array.isArray(left) || isFlowObject(left)) return JSON.stringify(left) === JSON.stringify(right);
  return fold(left) === fold(right);
}

function contains(left: FlowValue | undefined, right: FlowValue): boolean {
  return Array.isArray(left) ? left.some((each) => same(each, right)) : fold(left).includes(fold(right));
}

function options(right: FlowValue): FlowValue[] {
  return Array.isArray(right) ? right : asText(right).split(',');
}
