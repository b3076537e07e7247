import type { FlowDocument, FlowNode } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { drawnPorts } from './node-geometry';
import { type Section, sectionsOf } from './sections';

/** A line of the script: a block, where it stands, and where its ways lead. */
export interface OutlineRow {
  node: FlowNode;
  /** `2`, `2.1`: its place when read aloud. */
  number: string;
  depth: number;
  /** By which way of which block it was reached first; undefined for beginnings and what hangs loose. */
  via: { from: string; handle: string } | undefined;
  isLoose: boolean;
}

/** The flow as a list: every block once, in the order in which a run meets them, branches indented. */
export function outlineOf(document: FlowDocument): OutlineRow[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const rows: OutlineRow[] = [];
  const seen = new Set<string>();
  let count = 0;

  const walk = (start: string, depth: number, prefix: string, via: OutlineRow['via'], isLoose: boolean) => {
    let id: string | undefined = start;
    let reached = via;
    let step = 0;
    while (id !== undefined && !seen.has(id)) {
      const node = nodes.get(id);
      if (!node) return;
      seen.add(id);
      step += 1;
      if (depth === 0) count += 1;
      const number = depth === 0 ? String(count) : `${prefix}.${step}`;
      rows.push({ node, number, depth, via: reached, isLoose });
      const ways = drawnPorts(node, document.edges).flatMap(({ handle }) => {
        const edge = document.edges.find((each) => each.from === node.id && each.handle === handle);
        return edge && !seen.has(edge.to) ? [{ handle, to: edge.to }] : [];
      });
      if (ways.length === 1) {
        const [way] = ways;
        reached = way && { from: node.id, handle: way.handle };
        id = way?.to;
        continue;
      }
      ways.forEach(({ handle, to }, index) =>
        walk(to, depth + 1, `${number}${letter(index)}`, { from: node.id, handle }, isLoose),
      );
      return;
    }
  };

  const isTrigger = ({ kind }: FlowNode) => NODE_KINDS.get(kind)?.family === 'trigger';
  for (const node of document.nodes.filter(isTrigger)) walk(node.id, 0, '', undefined, false);
  const hasWayIn = new Set(document.edges.map(({ to }) => to));
  for (const node of document.nodes) {
    if (!seen.has(node.id) && !hasWayIn.has(node.id)) walk(node.id, 0, '', undefined, true);
  }
  for (const node of document.nodes) if (!seen.has(node.id)) walk(node.id, 0, '', undefined, true);
  return rows;
}

function letter(index: number): string {
  return String.fromCodePoint(97 + (index % 26));
}

/** Rows that follow each other in one section, or in none. A way that leaves a section and comes back makes two parts. */
export interface OutlinePart {
  section: Section | undefined;
  rows: OutlineRow[];
}

export function outlineParts(document: FlowDocument, rows: readonly OutlineRow[]): OutlinePart[] {
  const of = new Map(
    sectionsOf(document).flatMap((section) => section.members.map(({ id }) => [id, section] as const)),
  );
  const parts: OutlinePart[] = [];
  for (const row of rows) {
    const section = of.get(row.node.id);
    const last = parts.at(-1);
    if (last && last.section === section) last.rows.push(row);
    else parts.push({ section, rows: [row] });
  }
  return parts;
}
