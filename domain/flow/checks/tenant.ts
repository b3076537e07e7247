import type { Shape } from '../define-node';
import { type Finding, finding } from '../finding';
import type { FlowGraph, GraphNode } from '../graph';
import { type FlowValue, isFlowObject } from '../runtime/value';
import type { CheckContext } from './context';

/** What must exist, what the plan allows, and what a failing node is to give. */
export function checkTenant(graph: FlowGraph, context: CheckContext): Finding[] {
  return [...graph.nodes.values()].flatMap((each) =>
    each.node.disabled === true
      ? []
      : [...references(each, context), ...plan(each, context), ...defaults(each)],
  );
}

function references({ node, facts }: GraphNode, { references: known, flowId }: CheckContext): Finding[] {
  return facts.references.flatMap(({ type, id, field }) => {
    const place = { nodeId: node.id, field, data: { type, id } };
    if (type === 'flow' && id === flowId) return [finding('subflow_of_itself', place)];
    return known?.[type]?.has(id) === false ? [finding('missing_reference', place)] : [];
  });
}

function plan({ node, facts }: GraphNode, { limits }: CheckContext): Finding[] {
  const found: Finding[] = [];
  const over = (field: string, value: number, most: number | undefined) => {
    if (most !== undefined && value > most) {
      found.push(finding('plan_limit', { nodeId: node.id, field, data: { most } }));
    }
  };
  over('timeoutSeconds', node.timeoutSeconds ?? 0, limits?.timeoutSeconds);
  over('settings', facts.waitSeconds, limits?.waitSeconds);
  if (limits?.withoutKinds?.has(node.kind) === true) {
    found.push(finding('plan_limit', { nodeId: node.id, field: 'kind', data: { kind: node.kind } }));
  }
  return found;
}

/** "In case of error give this" must be what the node would have given. */
function defaults({ node, facts }: GraphNode): Finding[] {
  if (node.onError?.mode !== 'default') return [];
  const { value } = node.onError;
  const fits =
    isFlowObject(value) &&
    Object.entries(value).every(([key, each]) => {
      const shape = Object.hasOwn(facts.outputs, key) ? facts.outputs[key] : undefined;
      return shape !== undefined && holds(shape, each);
    });
  return fits ? [] : [finding('default_of_wrong_type', { nodeId: node.id, field: 'onError' })];
}

function holds(shape: Shape, value: FlowValue): boolean {
  if (value === null || shape === 'any') return true;
  if (typeof shape === 'object' || shape === 'object' || shape === 'file') return isFlowObject(value);
  if (shape === 'list') return Array.isArray(value);
  return typeof value === (shape === 'text' || shape === 'date' ? 'string' : shape);
}
