import type { FlowDocument } from './document';
import type { ReferenceType } from './define-node';
import { type Finding } from './finding';
import { buildGraph } from './graph';
import { checkGraph } from './check-flow';
import { type Migration, loadFlow } from './load';
import { withPath } from './runtime/value';

/** What must be chosen again where a file arrives: ids of one tenant mean nothing to another. */
export interface Need {
  nodeId: string;
  field: string;
  type: ReferenceType;
}

export interface DryRun {
  nodes: number;
  migrated: Migration[];
  needs: Need[];
  findings: Finding[];
}

const SECRET_NAME = /^(authorization|cookie|proxy-authorization)$|token|api-?key|secret|password|senha/i;

/**
 * A file to take away. Secrets were never in it: the vault has them, and nodes hold references. What people typed into a
 * header all the same is emptied. Ids of the tenant's things go, except those in `keep` (a copy within the tenant).
 */
export function exportFlow(document: FlowDocument, keep: 'ids' | 'nothing' = 'nothing'): FlowDocument {
  const graph = buildGraph(document);
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      let { settings } = node;
      if (keep === 'nothing') {
        for (const { field } of graph.nodes.get(node.id)?.facts.references ?? []) {
          settings = withPath(settings, field.split('.'), TO_CHOOSE);
        }
      }
      return { ...node, settings: withoutSecrets(settings) as Record<string, unknown> };
    }),
  };
}

/** Stands where an id has to be chosen: no tenant has anything of this id. */
export const TO_CHOOSE = 'escolher';

/** A copy in which whatever is named like a secret is `instead`. */
export function withoutSecrets(value: unknown, instead = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutSecrets(each, instead));
  if (typeof value !== 'object' || value === null) return value;
  const named = value as Record<string, unknown>;
  if (typeof named.name === 'string' && typeof named.value === 'string' && SECRET_NAME.test(named.name)) {
    return { ...named, value: instead };
  }
  return Object.fromEntries(
    Object.entries(named).map(([key, each]) => [
      key,
      typeof each === 'string' && SECRET_NAME.test(key) ? instead : withoutSecrets(each, instead),
    ]),
  );
}

/** What would come of a file, before anything is saved: the draft, and what it still needs. Never throws. */
export function importFlow(
  input: unknown,
):
  | { ok: true; document: FlowDocument; report: DryRun }
  | { ok: false; problems: { path: string; message: string }[] } {
  const loaded = loadFlow(input);
  if (!loaded.ok) return loaded;
  const document = exportFlow(loaded.document, 'ids');
  const graph = buildGraph(document);
  const needs = [...graph.nodes.values()].flatMap(({ node, facts }) =>
    facts.references.map(({ type, field }): Need => ({ nodeId: node.id, field, type })),
  );
  return {
    ok: true,
    document,
    report: { nodes: document.nodes.length, migrated: loaded.migrated, needs, findings: checkGraph(graph) },
  };
}
