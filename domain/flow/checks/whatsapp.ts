import { type Finding, finding } from '../finding';
import { type FlowGraph, type GraphNode, walk } from '../graph';
import { DAY, FLOW_LIMITS } from '../limits';
import { fold } from '../runtime/rules';
import { isFlowObject } from '../runtime/value';
import type { CheckContext } from './context';

/** How it feels on the customer's telephone. */
export function checkWhatsApp(graph: FlowGraph, context: CheckContext): Finding[] {
  return [
    ...silentEnds(graph),
    ...tooMuchAtOnce(graph),
    ...marketingAfterWaits(graph),
    ...overlappingTriggers(graph, context),
    ...buttonsAsText(graph, context),
  ];
}

function speaks({ node, definition, facts }: GraphNode): boolean {
  if (node.disabled === true) return false;
  return (
    facts.unknown === true ||
    facts.messages > 0 ||
    definition.waitsFor === 'person' ||
    node.kind === 'start_subflow' ||
    node.kind === 'transfer'
  );
}

/** Somebody wrote, and a way leads to an end on which nobody answers. */
function silentEnds(graph: FlowGraph): Finding[] {
  const asked = graph.triggers.filter((id) => graph.nodes.get(id)?.node.kind === 'message_received');
  const silent = walk(asked, (id) => {
    const found = graph.nodes.get(id);
    if (!found || speaks(found)) return [];
    // What happens inside bodies comes back; the way on is the other handle.
    const bodies = new Set(found.facts.ports.filter(({ body }) => body === true).map(({ handle }) => handle));
    return graph.after(id).flatMap(({ handle, to }) => (bodies.has(handle) ? [] : [to]));
  });
  return [...silent].flatMap((id) => {
    const found = graph.nodes.get(id);
    if (!found || speaks(found) || found.definition.family === 'trigger') return [];
    return graph.after(id).length === 0 ? [finding('silent_end', { nodeId: id })] : [];
  });
}

/** More messages in a row than people read. */
function tooMuchAtOnce(graph: FlowGraph): Finding[] {
  const runs = new Map<string, number>();
  const pauses = (id: string) => {
    const found = graph.nodes.get(id);
    return found?.definition.waitsFor !== undefined && found.node.disabled !== true;
  };
  const run = (id: string, depth: number): number => {
    const known = runs.get(id);
    // Circles add nothing to themselves.
    if (known !== undefined || depth > FLOW_LIMITS.nodes * 2) return known ?? 0;
    runs.set(id, 0);
    const found = graph.nodes.get(id);
    const own = found && found.node.disabled !== true ? found.facts.messages : 0;
    const ahead = pauses(id) ? 0 : Math.max(0, ...graph.after(id).map(({ to }) => run(to, depth + 1)));
    runs.set(id, own + ahead);
    return own + ahead;
  };
  for (const id of graph.reachable) run(id, 0);
  const long = (id: string) => (runs.get(id) ?? 0) > FLOW_LIMITS.messagesInARow;
  return [...graph.reachable].flatMap((id) => {
    const speaksHere = (graph.nodes.get(id)?.facts.messages ?? 0) > 0;
    const continued = graph
      .before(id)
      .some(({ from }) => !pauses(from) && long(from) && hasSpoken(graph, from));
    return speaksHere && long(id) && !continued
      ? [finding('many_messages', { nodeId: id, data: { count: runs.get(id) ?? 0 } })]
      : [];
  });
}

function hasSpoken(graph: FlowGraph, id: string): boolean {
  return (graph.nodes.get(id)?.facts.messages ?? 0) > 0;
}

/** An offer more than a day after the customer's last word. */
function marketingAfterWaits(graph: FlowGraph): Finding[] {
  const late = new Set<string>();
  for (const { node, definition, facts } of graph.nodes.values()) {
    const long = definition.waitsFor === 'time' && (facts.waitSeconds > DAY || facts.waitSeconds === 0);
    if (!long || node.disabled === true || !graph.reachable.has(node.id)) continue;
    const ahead = walk(
      graph.after(node.id).map(({ to }) => to),
      (id) => {
        const found = graph.nodes.get(id);
        return found?.definition.waitsFor === 'reply' ? [] : graph.after(id).map(({ to }) => to);
      },
    );
    for (const id of ahead) {
      if (graph.nodes.get(id)?.facts.settings.marketing === true) late.add(id);
    }
  }
  return [...late].map((nodeId) => finding('marketing_after_wait', { nodeId }));
}

interface MessageTrigger {
  channels: string[];
  any: boolean;
  words: string[];
}

/** Two flows, or two beginnings of one, that would answer the same message. */
function overlappingTriggers(graph: FlowGraph, { otherTriggers, flowId }: CheckContext): Finding[] {
  const own = graph.triggers.flatMap((id) => {
    const found = graph.nodes.get(id);
    const trigger = found?.node.kind === 'message_received' ? readTrigger(found.facts.settings) : undefined;
    return trigger ? [{ id, trigger }] : [];
  });
  return own.flatMap(({ id, trigger }, index) => {
    const inside = own.slice(0, index).filter((other) => overlap(other.trigger, trigger));
    const outside = (otherTriggers ?? []).filter((other) => {
      const read = other.flowId === flowId ? undefined : readTrigger(other.settings);
      return read !== undefined && overlap(read, trigger);
    });
    return [
      ...inside.map((other) => finding('overlapping_triggers', { nodeId: id, data: { other: other.id } })),
      ...outside.map((other) =>
        finding('overlapping_triggers', { nodeId: id, data: { flow: other.flowId } }),
      ),
    ];
  });
}

function readTrigger(settings: unknown): MessageTrigger | undefined {
  if (!isFlowObject(settings) || !Array.isArray(settings.channels)) return undefined;
  const channels = settings.channels.filter((each) => typeof each === 'string');
  const filter = isFlowObject(settings.filter) ? settings.filter : { by: 'any' };
  const words = Array.isArray(filter.words) ? filter.words.map((each) => fold(each)) : [];
  return { channels, any: filter.by === 'any', words };
}

function overlap(a: MessageTrigger, b: MessageTrigger): boolean {
  if (!a.channels.some((channel) => b.channels.includes(channel))) return false;
  return (a.any && b.any) || a.words.some((word) => b.words.includes(word));
}

/** On numbers joined by QR code, buttons and lists arrive as numbered text. */
function buttonsAsText(graph: FlowGraph, { channels }: CheckContext): Finding[] {
  const used = graph.triggers.flatMap(
    (id) => readTrigger(graph.nodes.get(id)?.facts.settings)?.channels ?? [],
  );
  if (!used.some((id) => channels?.get(id) === 'qr')) return [];
  return [...graph.nodes.values()].flatMap(({ node }) =>
    node.kind === 'send_buttons' || node.kind === 'send_list'
      ? [finding('buttons_become_text', { nodeId: node.id })]
      : [],
  );
}
