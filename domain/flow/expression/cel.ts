import { Environment } from '@marcbachmann/cel-js';
import { type FlowObject, type FlowValue, type Outcome, fault, ok, weigh } from '../runtime/value';
import { EXPRESSION_LIMITS } from './limits';
import { compilePattern } from './regex';
import { SCOPE_ROOTS } from './scope';

/** What the library's tree is at run time; its types show less. Its version is pinned, and cel.test.ts counts steps. */
interface Tree {
  op: string;
  args: unknown;
  start: number;
  end: number;
  meta: {
    alternate?: Tree;
    macro?: Macro;
    evaluate: Evaluate;
  };
  evaluate: Evaluate;
}
type Evaluate = (evaluator: unknown, node: unknown, context: unknown) => unknown;
type Macro = Record<string, unknown> & { evaluate: Evaluate };

/** All that may be called. What reads clocks, zones or bytes of this machine is not among it. */
const FUNCTIONS = new Set([
  ...['size', 'has', 'all', 'exists', 'exists_one', 'map', 'filter', 'dyn'],
  ...[
    'contains',
    'startsWith',
    'endsWith',
    'matches',
    'lowerAscii',
    'upperAscii',
    'trim',
    'indexOf',
    'substring',
  ],
  ...['split', 'join', 'int', 'double', 'string', 'bool', 'timestamp', 'duration'],
  ...['getFullYear', 'getMonth', 'getDate', 'getDayOfWeek', 'getHours', 'getMinutes', 'getSeconds'],
]);
const COMPREHENSIONS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
/** Only the forms without a zone: the others ask the machine. */
const WITHOUT_ARGUMENTS = /^get[A-Z]/;

class Spent extends Error {}

interface Budget {
  left: number;
  /** The library forgives errors beside `||` and `&&`; ours must not be forgiven. */
  spent: string | undefined;
}

export interface Expression {
  source: string;
  /** Every path the expression reads, for checks: `['contato', 'nome']`. */
  paths: string[][];
  type: string;
  /** @returns the value, JSON again, and how many steps it took; never throws */
  evaluate(scope: FlowObject): Outcome<FlowValue> & { steps: number };
}

const environment = buildEnvironment();

/** Parses and checks an expression in CEL (docs/flows.md). Never throws. */
export function compileExpression(source: string): Outcome<Expression> {
  if (source.trim() === '') return fault('empty_expression', 'nothing to evaluate');
  if (source.length > EXPRESSION_LIMITS.expressionCharacters) {
    return fault('expression_too_long', `at most ${EXPRESSION_LIMITS.expressionCharacters} characters`);
  }
  try {
    const parsed = environment.parse(source);
    const tree = parsed.ast as unknown as Tree;
    const paths: string[][] = [];
    const budget: Budget = { left: 0, spent: undefined };
    const refusal = prepare(tree, { paths, bound: new Set(), depth: 0, budget, seen: new Set() });
    if (refusal) return { ok: false, fault: refusal };
    const checked = parsed.check();
    if (!checked.valid) return { ok: false, fault: faultOf(checked.error) };
    return ok({
      source,
      paths,
      type: checked.type ?? 'dyn',
      evaluate: (scope) => run(parsed, budget, scope),
    });
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function buildEnvironment() {
  const built = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: false,
    limits: {
      maxAstNodes: EXPRESSION_LIMITS.nodes,
      maxDepth: EXPRESSION_LIMITS.depth,
      maxListElements: EXPRESSION_LIMITS.listElements,
      maxMapEntries: EXPRESSION_LIMITS.listElements,
      maxCallArguments: EXPRESSION_LIMITS.callArguments,
    },
  });
  for (const root of SCOPE_ROOTS) built.registerVariable(root, 'dyn');
  // Numbers out of JSON are doubles and literals are ints: people expect them to meet.
  for (const [sign, act] of [
    ['+', (a: number, b: number) => a + b],
    ['-', (a: number, b: number) => a - b],
    ['*', (a: number, b: number) => a * b],
    ['/', (a: number, b: number) => a / b],
  ] as const) {
    built.registerOperator(`double ${sign} int`, (a: number, b: bigint) => act(a, Number(b)));
    built.registerOperator(`int ${sign} double`, (a: bigint, b: number) => act(Number(a), b));
  }
  built.registerFunction('string.matchesRe2(string): bool', (text: string, pattern: string) => {
    const compiled = compilePattern(pattern);
    if (!compiled.ok) throw new Error(compiled.fault.code);
    return compiled.value.test(text);
  });
  return built;
}

interface Walk {
  paths: string[][];
  /** Names of comprehensions around. */
  bound: ReadonlySet<string>;
  depth: number;
  budget: Budget;
  seen: Set<Tree>;
}

/** Refuses what may not be called, notes what is read, and makes every node count itself. */
function prepare(node: Tree, walk: Walk): ReturnType<typeof faultOf> | undefined {
  if (walk.seen.has(node)) return undefined;
  walk.seen.add(node);
  count(node, walk.budget);

  const chain = pathOf(node);
  if (chain) {
    const root = chain[0];
    if (root !== undefined && !walk.bound.has(root)) {
      if (!SCOPE_ROOTS.some((each) => each === root))
        return refuse(node, 'unknown_variable', `there is no ${root}`);
      walk.paths.push(chain);
    }
  }
  if (node.op === 'value' && node.args instanceof Uint8Array)
    return refuse(node, 'bytes_not_allowed', 'no bytes');

  let inner = walk;
  if (node.op === 'call' || node.op === 'rcall') {
    const call = node.args as unknown[];
    const name = String(call[0]);
    const given = call.at(-1) as Tree[];
    if (!FUNCTIONS.has(name)) return refuse(node, 'unknown_function', `there is no ${name}()`);
    if (WITHOUT_ARGUMENTS.test(name) && given.length > 0) {
      return refuse(node, 'unknown_function', `${name}() takes nothing`);
    }
    if (name === 'matches') call[0] = 'matchesRe2';
    const variable = given[0];
    if (node.op === 'rcall' && COMPREHENSIONS.has(name) && variable?.op === 'id') {
      if (walk.depth >= EXPRESSION_LIMITS.macroDepth) {
        return refuse(node, 'too_deep', `at most ${EXPRESSION_LIMITS.macroDepth} lists inside each other`);
      }
      inner = { ...walk, depth: walk.depth + 1, bound: new Set([...walk.bound, String(variable.args)]) };
      // The list itself is read outside, the rest inside.
      const receiver = prepare(call[1] as Tree, walk);
      if (receiver) return receiver;
    }
  }
  // A chain that was noted whole must not be noted again piece by piece.
  if (chain) {
    countAll(node, walk);
    return undefined;
  }
  for (const child of childrenOf(node)) {
    const refusal = prepare(child, inner);
    if (refusal) return refusal;
  }
  return undefined;
}

function countAll(node: Tree, walk: Walk): void {
  for (const child of childrenOf(node)) {
    if (walk.seen.has(child)) continue;
    walk.seen.add(child);
    count(child, walk.budget);
    countAll(child, walk);
  }
}

function pathOf(node: Tree): string[] | undefined {
  if (node.op === 'id') return [String(node.args)];
  if (node.op !== '.' || !Array.isArray(node.args)) return undefined;
  const before = pathOf(node.args[0] as Tree);
  return before && [...before, String(node.args[1])];
}

function childrenOf(node: Tree): Tree[] {
  const found: Tree[] = [];
  const visit = (value: unknown): void => {
    if (isTree(value)) found.push(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === Object.prototype || prototype === null) Object.values(value).forEach(visit);
    }
  };
  visit(node.args);
  visit(node.meta.alternate);
  visit(node.meta.macro);
  return found;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'op' in value && 'meta' in value && 'args' in value;
}

/** Puts the node's own evaluation behind a counter. */
function count(node: Tree, budget: Budget): void {
  node.evaluate = (evaluator, _node, context) => {
    spend(budget, 1);
    const { alternate, macro, evaluate } = node.meta;
    const value = alternate
      ? alternate.evaluate(evaluator, alternate, context)
      : macro
        ? macro.evaluate(evaluator, macro, context)
        : evaluate(evaluator, node, context);
    if (typeof value === 'string') {
      if (value.length > EXPRESSION_LIMITS.text) exhaust(budget, 'text_too_long');
      spend(budget, value.length >> 6);
    } else if (Array.isArray(value)) {
      if (value.length > EXPRESSION_LIMITS.list) exhaust(budget, 'list_too_long');
      spend(budget, value.length >> 3);
    }
    return value;
  };
}

function spend(budget: Budget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0 || budget.spent !== undefined) exhaust(budget, budget.spent ?? 'too_many_steps');
}

function exhaust(budget: Budget, code: string): never {
  budget.spent = code;
  throw new Spent(code);
}

function run(parsed: (context: Record<string, unknown>) => unknown, budget: Budget, scope: FlowObject) {
  budget.left = EXPRESSION_LIMITS.steps;
  budget.spent = undefined;
  const steps = () => EXPRESSION_LIMITS.steps - budget.left;
  if (weigh(scope, EXPRESSION_LIMITS.scope) > EXPRESSION_LIMITS.scope) {
    return { ...fault('scope_too_large', 'too much data'), steps: 0 };
  }
  try {
    const context = Object.fromEntries(SCOPE_ROOTS.map((root) => [root, scope[root] ?? null]));
    const value = parsed(context);
    const code = budget.spent as string | undefined;
    if (code !== undefined) return { ...fault(code, 'it costs too much'), steps: steps() };
    const plain = toFlowValue(value, 0);
    return {
      ...(plain === undefined ? fault('unsupported_result', 'not a value') : ok(plain)),
      steps: steps(),
    };
  } catch (error) {
    const code = budget.spent as string | undefined;
    if (code !== undefined) return { ...fault(code, 'it costs too much'), steps: steps() };
    return { ok: false as const, fault: faultOf(error), steps: steps() };
  }
}

function toFlowValue(value: unknown, depth: number): FlowValue | undefined {
  if (depth > EXPRESSION_LIMITS.depth) return undefined;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (Array.isArray(value)) {
    const list = value.map((each) => toFlowValue(each, depth + 1));
    return list.every((each) => each !== undefined) ? list : undefined;
  }
  if (typeof value !== 'object') return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const entries = Object.entries(value).map(([key, each]) => [key, toFlowValue(each, depth + 1)] as const);
  if (entries.some(([, each]) => each === undefined)) return undefined;
  return Object.fromEntries(entries) as FlowObject;
}

function refuse(node: Tree, code: string, detail: string) {
  return { code, detail, start: node.start, end: node.end };
}

function faultOf(error: unknown) {
  if (error instanceof RangeError) return { code: 'too_deep', detail: 'too deeply nested' };
  if (!(error instanceof Error)) return { code: 'invalid_expression', detail: 'not an expression' };
  const { code, range, summary } = error as Error & {
    code?: unknown;
    range?: { start: number; end: number };
    summary?: unknown;
  };
  return {
    code: typeof code === 'string' ? code : 'invalid_expression',
    detail: (typeof summary === 'string' ? summary : error.message).slice(0, 200),
    ...(range && { start: range.start, end: range.end }),
  };
}
