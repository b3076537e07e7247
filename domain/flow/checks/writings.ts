import type { Writing } from '../define-node';
import { type Finding, type FindingCode, finding } from '../finding';
import type { FlowGraph, GraphNode } from '../graph';
import type { Operator } from '../runtime/rules';
import { type Reading, readingsOf } from '../readings';
import { isFlowObject, readPath } from '../runtime/value';
import { type ScopeShape, scopeAt, shapeOf } from '../scope-at';

/** Templates, expressions, patterns and paths: whether they can be read, and whether what they name is there. */
export function checkWritings(graph: FlowGraph): Finding[] {
  return [...graph.nodes.values()].flatMap((each) => {
    if (each.node.disabled === true || !graph.reachable.has(each.node.id)) return [];
    const scope = scopeAt(graph, each.node.id);
    return [
      ...each.facts.writings.flatMap((writing) => checkOne(graph, each, writing, scope)),
      ...comparisons(each, scope),
    ];
  });
}

/** What a piece of writing that cannot be read is called. */
const REFUSED: Readonly<Record<Writing['as'], FindingCode>> = {
  pattern: 'invalid_pattern',
  template: 'invalid_template',
  path: 'invalid_path',
  expression: 'invalid_expression',
  condition: 'invalid_expression',
};

function checkOne(
  graph: FlowGraph,
  { node, facts }: GraphNode,
  writing: Writing,
  scope: ScopeShape,
): Finding[] {
  const source = readPath(facts.settings, writing.path);
  if (typeof source !== 'string' || (source === '' && writing.as === 'template')) return [];
  const place = { nodeId: node.id, field: writing.path.join('.') };
  const found = readingsOf(source, writing.as);
  if (!found.ok) {
    const { code: why, detail, start } = found.fault;
    const data = { why, detail, ...(start === undefined ? {} : { at: start }) };
    return [finding(REFUSED[writing.as], { ...place, data })];
  }
  const { readings, type = 'bool' } = found.value;
  if (writing.as === 'condition' && type !== 'bool' && type !== 'dyn') {
    return [finding('not_a_yes_or_no', { ...place, data: { type } })];
  }
  return readings.flatMap((reading) => checkReading(graph, node.id, reading, scope, place));
}

function checkReading(
  graph: FlowGraph,
  nodeId: string,
  { path, hasDefault }: Reading,
  scope: ScopeShape,
  place: { nodeId: string; field: string },
): Finding[] {
  const data = { path: path.join('.') };
  if (shapeOf(scope, path) === undefined) {
    const known = path[0] !== undefined && Object.hasOwn(scope, path[0]);
    return [finding(known ? 'invalid_path' : 'unknown_variable', { ...place, data })];
  }
  const [root, block] = path;
  if (!hasDefault && root === 'blocos' && block !== undefined && !graph.always(block, nodeId)) {
    return [finding('maybe_unset', { ...place, data })];
  }
  return [];
}

const NUMBERS: readonly Operator[] = ['greater', 'greater_or_equal', 'less', 'less_or_equal'];
const DATES: readonly Operator[] = ['before', 'after'];

/** Rules that compare what can never be compared. */
function comparisons({ node, facts }: GraphNode, scope: ScopeShape): Finding[] {
  return facts.writings.flatMap(({ as, path }) => {
    const place = path.slice(0, -1);
    const rule = readPath(facts.settings, place);
    if (as !== 'path' || !isFlowObject(rule)) return [];
    const { left, operator } = rule;
    if (typeof left !== 'string' || typeof operator !== 'string') return [];
    const type = shapeOf(scope, left.split('.'));
    const wrong =
      (NUMBERS.some((each) => each === operator) &&
        !['number', 'text', 'any', undefined].includes(asType(type))) ||
      (DATES.some((each) => each === operator) && !['date', 'text', 'any', undefined].includes(asType(type)));
    return wrong
      ? [
          finding('compares_types', {
            nodeId: node.id,
            field: place.join('.'),
            data: { operator, type: asType(type) ?? '' },
          }),
        ]
      : [];
  });
}

function asType(shape: ReturnType<typeof shapeOf>): string | undefined {
  return typeof shape === 'object' ? 'object' : shape;
}
