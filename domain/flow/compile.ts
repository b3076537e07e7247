import { fingerprint } from './canonical';
import { checkGraph } from './check-flow';
import type { CheckContext } from './checks/context';
import type { FlowDocument } from './document';
import type { Finding } from './finding';
import { type FlowGraph, type GraphNode, buildGraph, passHandle } from './graph';
import type { CompiledFlow, CompiledNode } from './runtime/compiled';
import type { FlowObject } from './runtime/value';

export interface Compilation {
  /** Null while there is an error among the findings. */
  flow: CompiledFlow | null;
  findings: Finding[];
}

/** Checks a document and makes it what runs. Pure: the same document and context, the same result. Never throws. */
export function compileFlow(document: FlowDocument, context: CheckContext = {}): Compilation {
  const graph = buildGraph(document);
  const findings = checkGraph(graph, context);
  const broken = findings.some(({ severity }) => severity === 'error');
  return { flow: broken ? null : compileGraph(graph), findings };
}

/** What was published once runs as long as its runs do, whatever later checks would say of it. */
export function compilePublished(document: FlowDocument): CompiledFlow {
  return compileGraph(buildGraph(document));
}

/** The kind that a node with settings nobody can read has in a compiled draft: it can only fail. */
export const UNFINISHED = 'unfinished';

/**
 * A draft as far as it can run, errors and all: for trying it out, never for real runs. Never throws.
 *
 * @param also nodes to be there although no trigger leads to them
 */
export function compileDraft(document: FlowDocument, also: readonly string[] = []): CompiledFlow {
  const graph = buildGraph(document);
  const flow = compileGraph(graph, also);
  for (const [id, node] of Object.entries(flow.nodes)) {
    if (graph.nodes.get(id)?.facts.unknown !== true) continue;
    flow.nodes[id] = { ...node, kind: UNFINISHED, handles: Object.keys(node.next) };
  }
  return flow;
}

function compileGraph(graph: FlowGraph, also: readonly string[] = []): CompiledFlow {
  const { document } = graph;
  const next = (id: string) =>
    Object.fromEntries(
      graph
        .after(id)
        .map(({ handle, to }): [string, string] => [handle, to])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const more = also.filter((id) => graph.nodes.has(id) && !graph.triggers.includes(id));
  return {
    format: 'prosa.compiled',
    version: 1,
    hash: semanticHash(document),
    triggers: [...graph.triggers].sort().map((id) => {
      const { node, facts } = demand(graph, id);
      const { out, ...ways } = next(id);
      return {
        node: id,
        kind: node.kind,
        settings: facts.settings as FlowObject,
        to: out ?? null,
        ...(Object.keys(ways).length > 0 && { ways }),
      };
    }),
    nodes: Object.fromEntries(
      [...new Set([...graph.reachable, ...more])]
        .sort()
        .map((id) => [id, compileNode(demand(graph, id), next(id))]),
    ),
    variables: document.variables.map(({ name, type, initial }) => ({
      name,
      type,
      initial: initial ?? null,
    })),
  };
}

function demand(graph: FlowGraph, id: string): GraphNode {
  const found = graph.nodes.get(id);
  if (!found) throw new Error(`node ${id} is not in its graph`);
  return found;
}

function compileNode(found: GraphNode, next: Record<string, string>): CompiledNode {
  const { node, facts } = found;
  return {
    kind: node.kind,
    title: node.title,
    settings: facts.settings as FlowObject,
    next,
    handles: [...facts.ports.map(({ handle }) => handle), ...facts.jumps.map(({ handle }) => handle)],
    bodies: facts.ports.flatMap(({ handle, body }) => (body === true ? [handle] : [])),
    templates: facts.writings.flatMap(({ as, path }) => (as === 'template' ? [path] : [])),
    saves: facts.saves,
    passes: node.disabled === true ? passHandle(found) : null,
    onError: node.onError ?? { mode: 'stop' },
    timeoutSeconds: node.timeoutSeconds ?? null,
    retries: node.retries ?? 0,
  };
}

/**
 * What the document does, as one number: the same when only positions, titles, notes, names or the order of things
 * changed. Settings count as they are read, so that a default written out is the default.
 */
export function semanticHash(document: FlowDocument): string {
  const graph = buildGraph(document);
  return fingerprint({
    nodes: document.nodes
      .map(({ id, kind, typeVersion, disabled, timeoutSeconds, onError, retries, settings }) => ({
        id,
        kind,
        typeVersion,
        disabled: disabled ?? false,
        timeoutSeconds,
        onError: onError ?? { mode: 'stop' },
        retries: retries ?? 0,
        settings: graph.nodes.get(id)?.facts.settings ?? settings,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    edges: document.edges.map(({ from, handle, to }) => `${from} ${handle} ${to}`).sort(),
    variables: [...document.variables].sort((a, b) => (a.name < b.name ? -1 : 1)),
  });
}
