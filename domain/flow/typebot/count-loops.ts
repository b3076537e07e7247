import { waits } from '../checks/drawing';
import type { FlowDocument, FlowNode } from '../document';
import { type FlowGraph, type Way, buildGraph } from '../graph';
import { FLOW_LIMITS } from '../limits';
import { NODE_KINDS } from '../registry';

/** As often as a `loop` goes round at most. */
const MOST_TIMES = 50;

/**
 * A bot may go round in a circle in which nobody is asked and nothing waited for; a flow may not, unless a `loop` counts
 * it. Every way that closes such a circle leads through one, which ends the flow when it is spent. Changes the document.
 *
 * @returns the nodes whose way back is counted now
 */
export function countLoops(document: FlowDocument, end: string): Set<string> {
  const changed = new Set<string>();
  for (const { from, handle, to } of waysBack(buildGraph(document))) {
    const source = document.nodes.find(({ id }) => id === from);
    const full = document.nodes.length >= FLOW_LIMITS.nodes * 2 || document.edges.length >= FLOW_LIMITS.edges;
    if (!source || full) continue;
    changed.add(from);
    const edge = document.edges.find((each) => each.from === from && each.handle === handle);
    const loop = edge ? loopAfter(source, `volta${changed.size}_${document.nodes.length}`) : source;
    loop.kind = 'loop';
    loop.typeVersion = NODE_KINDS.get('loop')?.version ?? 1;
    loop.settings = { target: to, most: MOST_TIMES };
    if (edge) {
      edge.to = loop.id;
      document.nodes.push(loop);
    }
    document.edges.push({ id: `l${document.edges.length + 1}`, from: loop.id, handle: 'limit', to: end });
  }
  return changed;
}

function loopAfter({ title, position, disabled }: FlowNode, id: string): FlowNode {
  return {
    id,
    kind: 'loop',
    typeVersion: 1,
    title: `${title} ↺`.slice(0, 120),
    position: { x: position.x + 160, y: position.y + 80 },
    ...(disabled === true && { disabled }),
    settings: {},
  };
}

/** Ways that close a circle without a wait: without them there is none. Depth first, and never recursive. */
function waysBack(graph: FlowGraph): Way[] {
  const found: Way[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const free = (id: string) =>
    graph.after(id).filter(({ from, handle, counted }) => !counted && !waits(graph, from, handle));
  for (const root of graph.nodes.keys()) {
    if (state.has(root)) continue;
    state.set(root, 'open');
    const path = [{ id: root, ways: [...free(root)] }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const way = top.ways.shift();
      if (!way) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(way.to) === 'open') found.push(way);
      else if (!state.has(way.to)) {
        state.set(way.to, 'open');
        path.push({ id: way.to, ways: [...free(way.to)] });
      }
    }
  }
  return found;
}
