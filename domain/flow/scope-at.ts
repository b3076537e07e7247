import type { Shape } from './define-node';
import type { FlowGraph } from './graph';
import { COMPANY, CONTACT, CONVERSATION, FAILURE } from './nodes/contact';

export type ScopeShape = Readonly<Record<string, Shape>>;

/** What a node may read, with types: the picker of the editor shows it, the check holds writings against it. */
export function scopeAt(graph: FlowGraph, id: string): ScopeShape {
  const upstream = graph.upstream(id);
  const trigger: Record<string, Shape> = {};
  const blocks: Record<string, Shape> = {};
  const variables: Record<string, Shape> = {};
  for (const { name, type } of graph.document.variables) variables[name] = type;
  for (const each of upstream) {
    const found = graph.nodes.get(each);
    if (!found) continue;
    const { definition, facts } = found;
    if (definition.family === 'trigger') Object.assign(trigger, facts.outputs);
    else if (Object.keys(facts.outputs).length > 0) blocks[each] = facts.outputs;
    else if (facts.unknown === true) blocks[each] = 'any';
    for (const [name, type] of Object.entries(facts.assigns)) variables[name] ??= type;
  }
  // An address is given away before it is waited for: it is known from the beginning on.
  for (const [each, { node }] of graph.nodes) {
    if (node.kind === 'wait_external') blocks[each] ??= { endereco: 'text' };
  }
  const inForEach = graph.around(id).some(({ owner }) => graph.nodes.get(owner)?.node.kind === 'for_each');
  return {
    contato: CONTACT,
    conversa: CONVERSATION,
    empresa: COMPANY,
    gatilho: trigger,
    variaveis: variables,
    blocos: blocks,
    erro: FAILURE,
    agora: 'date',
    ...(inForEach && { item: 'any' as const, indice: 'number' as const }),
  };
}

/** The type at the end of a path; undefined when nothing is there. */
export function shapeOf(scope: ScopeShape, path: readonly string[]): Shape | undefined {
  let current: Shape = scope;
  for (const key of path) {
    if (current === 'any' || current === 'object' || current === 'list' || current === 'file') return 'any';
    if (typeof current === 'string' || !Object.hasOwn(current, key)) return undefined;
    const next: Shape | undefined = current[key];
    if (next === undefined) return undefined;
    current = next;
  }
  return current;
}
