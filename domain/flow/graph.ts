import type { NodeDefinition, NodeFacts } from './define-node';
import type { FlowDocument, FlowNode } from './document';
import { type Finding, finding } from './finding';
import { NODE_KINDS } from './registry';

/** One node with all that is known of it. */
export interface GraphNode {
  node: FlowNode;
  definition: NodeDefinition;
  facts: NodeFacts;
}

/** A way that is walked: drawn, or by a jump. */
export interface Way {
  from: string;
  handle: string;
  to: string;
  /** Ends by itself after so many times. */
  counted: boolean;
}

/** What belongs to one body handle of a for-each or parallel. */
export interface Body {
  owner: string;
  handle: string;
  nodes: ReadonlySet<string>;
}

/** The drawing with everything that can be said of it at once. Broken pieces are left out, and are findings. */
export interface FlowGraph {
  document: FlowDocument;
  nodes: ReadonlyMap<string, GraphNode>;
  triggers: readonly string[];
  ways: readonly Way[];
  after(id: string): readonly Way[];
  before(id: string): readonly Way[];
  reachable: ReadonlySet<string>;
  /** All nodes from which there is a way to this one. */
  upstream(id: string): ReadonlySet<string>;
  /** Whether every way from a trigger to `id` leads through `through`. */
  always(through: string, id: string): boolean;
  bodies: readonly Body[];
  /** Bodies around a node, outermost first. */
  around(id: string): readonly Body[];
  findings: readonly Finding[];
}

export function buildGraph(document: FlowDocument): FlowGraph {
  const findings: Finding[] = [];
  const nodes = readNodes(document, findings);
  const ways = readWays(document, nodes, findings);
  const after = groupBy(ways, ({ from }) => from);
  const before = groupBy(ways, ({ to }) => to);
  const triggers = [...nodes.values()]
    .filter(({ definition, node }) => definition.family === 'trigger' && node.disabled !== true)
    .map(({ node }) => node.id);
  const forward = (id: string) => (after.get(id) ?? []).map(({ to }) => to);
  const backward = (id: string) => (before.get(id) ?? []).map(({ from }) => from);
  const upstreamOf = new Map<string, ReadonlySet<string>>();
  const withoutIt = new Map<string, ReadonlySet<string>>();
  const bodies = readBodies(nodes, ways, forward);

  return {
    document,
    nodes,
    triggers,
    ways,
    after: (id) => after.get(id) ?? [],
    before: (id) => before.get(id) ?? [],
    reachable: walk(triggers, forward),
    upstream(id) {
      const known = upstreamOf.get(id) ?? walk(backward(id), backward);
      upstreamOf.set(id, known);
      return known;
    },
    always(through, id) {
      const known =
        withoutIt.get(through) ??
        walk(
          triggers.filter((trigger) => trigger !== through),
          (each) => forward(each).filter((next) => next !== through),
        );
      withoutIt.set(through, known);
      return !known.has(id);
    },
    bodies,
    around: (id) => bodies.filter((body) => body.nodes.has(id)).sort((a, b) => b.nodes.size - a.nodes.size),
    findings,
  };
}

/** What can be reached from here, these included. */
export function walk(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const each of next(id)) {
      if (seen.has(each)) continue;
      seen.add(each);
      open.push(each);
    }
  }
  return seen;
}

function readNodes(document: FlowDocument, findings: Finding[]): Map<string, GraphNode> {
  const nodes = new Map<string, GraphNode>();
  for (const node of document.nodes) {
    const definition = NODE_KINDS.get(node.kind);
    if (nodes.has(node.id)) findings.push(finding('duplicate_id', { nodeId: node.id }));
    else if (!definition) {
      findings.push(finding('unknown_kind', { nodeId: node.id, data: { kind: node.kind } }));
    } else if (node.typeVersion !== definition.version) {
      findings.push(finding('unknown_version', { nodeId: node.id, data: { version: node.typeVersion } }));
    } else {
      const facts = definition.describe(node);
      if (Array.isArray(facts)) findings.push(...facts);
      // Ways of a node whose settings are wrong are unknown; it is kept, so that its neighbours are not blamed.
      nodes.set(node.id, { node, definition, facts: Array.isArray(facts) ? unknownFacts(node) : facts });
      // One that is passed through does nothing that could be wrong.
      if (!Array.isArray(facts) && node.disabled !== true) findings.push(...facts.findings);
    }
  }
  return nodes;
}

function unknownFacts(node: FlowNode): NodeFacts {
  return {
    settings: node.settings,
    ports: [],
    outputs: {},
    assigns: {},
    saves: {},
    references: [],
    writings: [],
    jumps: [],
    findings: [],
    waitSeconds: 0,
    messages: 0,
    unknown: true,
  };
}

function readWays(document: FlowDocument, nodes: ReadonlyMap<string, GraphNode>, findings: Finding[]): Way[] {
  const ways: Way[] = [];
  const taken = new Set<string>();
  for (const { id: edgeId, from, handle, to } of document.edges) {
    const source = nodes.get(from);
    const target = nodes.get(to);
    const place = `${from} ${handle}`;
    if (!source || !target) findings.push(finding('dangling_edge', { edgeId, nodeId: from }));
    else if (target.definition.family === 'trigger') {
      findings.push(finding('edge_into_trigger', { edgeId, nodeId: to }));
    } else if (taken.has(place)) {
      findings.push(finding('handle_twice', { edgeId, nodeId: from, data: { handle } }));
    } else if (!hasPort(source, handle)) {
      findings.push(finding('unknown_handle', { edgeId, nodeId: from, data: { handle } }));
    } else {
      taken.add(place);
      ways.push({ from, handle, to, counted: false });
    }
  }
  for (const { node, facts } of nodes.values()) {
    if (node.disabled === true) continue;
    for (const { handle, to, counted, field } of facts.jumps) {
      const target = nodes.get(to);
      if (target && target.definition.family !== 'trigger') ways.push({ from: node.id, handle, to, counted });
      else findings.push(finding('jump_target_missing', { nodeId: node.id, field, data: { target: to } }));
    }
  }
  // A disabled node is passed through by its first way.
  return ways.filter(({ from, handle }) => {
    const source = nodes.get(from);
    return source?.node.disabled !== true || handle === passHandle(source);
  });
}

/** By which handle a disabled node is passed. */
export function passHandle({ facts }: GraphNode): string {
  return (facts.ports.find(({ body }) => body !== true) ?? facts.ports[0])?.handle ?? 'out';
}

function hasPort({ facts }: GraphNode, handle: string): boolean {
  return facts.unknown === true || facts.ports.some((port) => port.handle === handle);
}

function readBodies(
  nodes: ReadonlyMap<string, GraphNode>,
  ways: readonly Way[],
  forward: (id: string) => readonly string[],
): Body[] {
  return ways.flatMap(({ from, handle, to }) => {
    const owner = nodes.get(from);
    if (owner?.node.disabled === true) return [];
    const isBody = owner?.facts.ports.some((port) => port.handle === handle && port.body === true);
    return isBody === true ? [{ owner: from, handle, nodes: walk([to], forward) }] : [];
  });
}

function groupBy(ways: readonly Way[], key: (way: Way) => string): Map<string, Way[]> {
  const groups = new Map<string, Way[]>();
  for (const way of ways) {
    const group = groups.get(key(way));
    if (group) group.push(way);
    else groups.set(key(way), [way]);
  }
  return groups;
}
