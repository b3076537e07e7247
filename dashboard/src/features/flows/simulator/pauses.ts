import {
  type CompiledFlow,
  type CompiledNode,
  undrawnNode,
} from '../../../../../domain/flow/runtime/compiled';

const MARK = 'pause:';

/** The node a pause stands before; undefined for what is no pause. */
export function pausedBefore(nodeId: string): string | undefined {
  return nodeId.startsWith(MARK) ? nodeId.slice(MARK.length) : undefined;
}

/**
 * The same flow with a place to stand still before each of `nodes`: everything that led there leads to a waiting node
 * first. Every node has such a place, so that a run that stands on one goes on after its pause was taken away.
 */
export function withPauses(flow: CompiledFlow, nodes: readonly string[]): CompiledFlow {
  const led = (to: string) => (nodes.includes(to) ? MARK + to : to);
  const place = (id: string): [string, CompiledNode] => [
    MARK + id,
    undrawnNode('wait_external', { out: id }),
  ];
  return {
    ...flow,
    triggers: flow.triggers.map((trigger) => ({
      ...trigger,
      to: trigger.to === null ? null : led(trigger.to),
    })),
    nodes: Object.fromEntries([
      ...Object.entries(flow.nodes).map(([id, node]): [string, CompiledNode] => [id, leading(node, led)]),
      ...Object.keys(flow.nodes).map(place),
    ]),
  };
}

function leading(node: CompiledNode, led: (to: string) => string): CompiledNode {
  const next = Object.entries(node.next).map(([handle, to]) => [handle, led(to)] as const);
  return { ...node, next: Object.fromEntries(next) };
}
