import { type Finding, finding } from '../finding';
import { type FlowGraph, type Way, walk } from '../graph';
import { FLOW_LIMITS } from '../limits';
import type { CheckContext } from './context';

/** Whether the boxes and lines make a flow that begins, ends and never spins. */
export function checkDrawing(graph: FlowGraph, context: CheckContext): Finding[] {
  return [
    ...sizes(graph, context),
    ...wiring(graph),
    ...spinning(graph),
    ...bodies(graph),
    ...(graph.nodes.size > 0 && ![...graph.nodes.values()].some(({ node }) => node.kind === 'end')
      ? [finding('no_end')]
      : []),
    ...answersToNobody(graph),
  ];
}

function answersToNobody({ nodes, triggers }: FlowGraph): Finding[] {
  const isWaitedFor = triggers.some((id) => {
    const { node, facts } = nodes.get(id) ?? {};
    const { reply } = (facts?.settings ?? {}) as { reply?: { waitSeconds?: number } };
    return node?.kind === 'inbound_webhook' && (reply?.waitSeconds ?? 0) > 0;
  });
  if (isWaitedFor) return [];
  return [...nodes.values()]
    .filter(({ node }) => node.kind === 'respond_webhook' && node.disabled !== true)
    .map(({ node }) => finding('nobody_waits', { nodeId: node.id, field: 'body' }));
}

function sizes({ document, triggers }: FlowGraph, { limits }: CheckContext): Finding[] {
  const found: Finding[] = [];
  const count = document.nodes.length;
  const most = Math.min(FLOW_LIMITS.nodes, limits?.nodes ?? FLOW_LIMITS.nodes);
  if (triggers.length === 0) found.push(finding('no_trigger'));
  if (count > most) found.push(finding('too_many_nodes', { data: { most, count } }));
  else if (count > FLOW_LIMITS.advisedNodes) found.push(finding('many_nodes', { data: { count } }));
  return found;
}

function wiring(graph: FlowGraph): Finding[] {
  const found: Finding[] = [];
  for (const { node, definition, facts } of graph.nodes.values()) {
    if (node.disabled === true) continue;
    // Without a trigger everything is out of reach, and that one thing is said.
    if (!graph.reachable.has(node.id)) {
      if (graph.triggers.length > 0 && definition.family !== 'trigger') {
        found.push(finding('unreachable', { nodeId: node.id }));
      }
      continue;
    }
    const wired = new Set(graph.after(node.id).map(({ handle }) => handle));
    // Inside a body a way may simply end: that item, that branch is done.
    const inBody = graph.around(node.id).length > 0;
    for (const { handle, required, body } of facts.ports) {
      const needed = required && (!inBody || body === true || handle === 'error');
      if (needed && !wired.has(handle)) {
        found.push(finding('handle_unwired', { nodeId: node.id, data: { handle } }));
      }
    }
    for (const { to, counted, field } of facts.jumps) {
      if (counted && graph.nodes.has(to) && to !== node.id && !graph.upstream(node.id).has(to)) {
        found.push(finding('jump_not_upstream', { nodeId: node.id, field, data: { target: to } }));
      }
    }
  }
  return found;
}

/** Every published flow ends or waits: no circle without a wait, unless a loop counts it. */
function spinning(graph: FlowGraph): Finding[] {
  const free = graph.ways.filter(({ from, handle, counted }) => !counted && !waits(graph, from, handle));
  const next = new Map<string, string[]>();
  for (const { from, to } of free) next.set(from, [...(next.get(from) ?? []), to]);
  const found: Finding[] = [];
  const blamed = new Set<string>();
  for (const id of next.keys()) {
    if (blamed.has(id)) continue;
    const ahead = walk(next.get(id) ?? [], (each) => next.get(each) ?? []);
    if (!ahead.has(id)) continue;
    // One finding for each circle, at its first node.
    for (const each of ahead) {
      if (walk(next.get(each) ?? [], (one) => next.get(one) ?? []).has(id)) blamed.add(each);
    }
    found.push(finding('cycle_without_wait', { nodeId: id }));
  }
  return found;
}

/** Whether time must pass before this way is gone: not when a question could not even be asked, or the date is past. */
export function waits(graph: FlowGraph, id: string, handle: string): boolean {
  const found = graph.nodes.get(id);
  if (!found || found.node.disabled === true || found.definition.waitsFor === undefined) return false;
  if (handle === 'error' || handle === 'taken_over') return false;
  return found.facts.waitSeconds > 0;
}

/** What belongs to a body is entered by its handle alone, never leaves, and asks nobody. */
function bodies(graph: FlowGraph): Finding[] {
  const found: Finding[] = [];
  for (const { owner, handle, nodes } of graph.bodies) {
    if (nodes.has(owner)) {
      found.push(finding('body_returns', { nodeId: owner, data: { handle } }));
      continue;
    }
    const entering = graph.ways.filter(
      (way: Way) =>
        nodes.has(way.to) && !nodes.has(way.from) && !(way.from === owner && way.handle === handle),
    );
    for (const { from, to } of entering) {
      found.push(finding('enters_body', { nodeId: to, data: { from, owner } }));
    }
    for (const id of nodes) {
      const inner = graph.nodes.get(id);
      if (inner?.definition.waitsFor === 'reply' || inner?.definition.waitsFor === 'person') {
        found.push(finding('question_in_body', { nodeId: id, data: { owner } }));
      }
    }
  }
  return found;
}
