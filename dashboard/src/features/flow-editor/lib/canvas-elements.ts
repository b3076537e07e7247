import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import type { Port } from '../../../../../domain/flow/define-node';
import type { FlowDocument, FlowNode, FlowNote } from '../../../../../domain/flow/document';
import type { Finding } from '../../../../../domain/flow/finding';
import type { NodeStatus } from './editor-context';
import type { SectionCache, SectionElement } from './section-elements';
import {
  HANDLE,
  HEAD_HEIGHT,
  INPUT_HANDLE,
  NODE_WIDTH,
  NOTE_HEIGHT,
  NOTE_WIDTH,
  OUTPUT_HANDLE,
  drawnPorts,
  nodeHeight,
  portY,
} from './node-geometry';

export type BlockData = {
  node: FlowNode;
  ports: readonly Port[];
  wired: ReadonlySet<string>;
  findings: readonly Finding[];
  status: NodeStatus | undefined;
};
export type BlockElement = Node<BlockData, 'block'>;
export type NoteElement = Node<{ note: FlowNote }, 'note'>;
export type WireData = { label: string; spoken: string; isError: boolean; isTaken: boolean };
export type WireElement = Edge<WireData, 'wire'>;
export type CanvasNode = BlockElement | NoteElement | SectionElement;

/** What the canvas draws of a block, again the same object while nothing about it changed: then it is not drawn anew. */
export interface ElementCache {
  nodes: Map<string, { key: string; node: FlowNode; element: BlockElement }>;
  notes: Map<string, { note: FlowNote; element: NoteElement }>;
  wires: Map<string, { key: string; element: WireElement }>;
  sections: SectionCache;
}

export const newElementCache = (): ElementCache => ({
  nodes: new Map(),
  notes: new Map(),
  wires: new Map(),
  sections: new Map(),
});

interface Surroundings {
  selected: ReadonlySet<string>;
  findings: ReadonlyMap<string, readonly Finding[]>;
  statuses: Readonly<Record<string, NodeStatus>> | undefined;
  /** In words, for who cannot see it. */
  describe: (node: FlowNode, findings: readonly Finding[]) => string;
  roleName: string;
}

const NONE: readonly Finding[] = [];

export function blockElements(
  document: FlowDocument,
  { selected, findings, statuses, describe, roleName }: Surroundings,
  cache: ElementCache,
): BlockElement[] {
  const wiredBy = new Map<string, Set<string>>();
  for (const { from, handle } of document.edges) {
    const wired = wiredBy.get(from) ?? new Set();
    wiredBy.set(from, wired.add(handle));
  }
  return document.nodes.map((node) => {
    const ports = drawnPorts(node, document.edges);
    const wired = wiredBy.get(node.id) ?? new Set<string>();
    const own = findings.get(node.id) ?? NONE;
    const status = statuses?.[node.id];
    const isSelected = selected.has(node.id);
    const key = JSON.stringify([
      isSelected,
      ports.map(({ handle, label }) => [handle, label, wired.has(handle)]),
      own.map(({ code, field }) => [code, field]),
      status,
      roleName,
    ]);
    const known = cache.nodes.get(node.id);
    if (known?.node === node && known.key === key) return known.element;
    const height = nodeHeight(ports);
    const element: BlockElement = {
      id: node.id,
      type: 'block',
      position: node.position,
      data: { node, ports, wired, findings: own, status },
      width: NODE_WIDTH,
      height,
      measured: { width: NODE_WIDTH, height },
      handles: handlesOf(ports),
      selected: isSelected,
      ariaLabel: describe(node, own),
      ariaRole: 'group',
      domAttributes: { 'aria-roledescription': roleName },
    };
    cache.nodes.set(node.id, { key, node, element });
    return element;
  });
}

function handlesOf(ports: readonly Port[]): NodeHandle[] {
  return [
    {
      id: INPUT_HANDLE,
      type: 'target',
      position: Position.Left,
      x: -HANDLE / 2,
      y: HEAD_HEIGHT / 2 - HANDLE / 2,
      width: HANDLE,
      height: HANDLE,
    },
    ...ports.map(({ handle }, index): NodeHandle => ({
      id: handle,
      type: 'source',
      position: Position.Right,
      x: NODE_WIDTH - HANDLE / 2,
      y: portY(ports, index) - HANDLE / 2,
      width: HANDLE,
      height: HANDLE,
    })),
  ];
}

/** @param notes those that are no sections */
export function noteElements(
  notes: readonly FlowNote[],
  selected: ReadonlySet<string>,
  label: string,
  cache: ElementCache,
): NoteElement[] {
  return notes.map((note) => {
    const known = cache.notes.get(note.id);
    const isSelected = selected.has(note.id);
    if (known?.note === note && known.element.selected === isSelected) return known.element;
    const element: NoteElement = {
      id: note.id,
      type: 'note',
      position: note.position,
      data: { note },
      width: NOTE_WIDTH,
      height: NOTE_HEIGHT,
      measured: { width: NOTE_WIDTH, height: NOTE_HEIGHT },
      handles: [],
      zIndex: -1,
      selected: isSelected,
      connectable: false,
      ariaLabel: `${label}: ${note.text}`,
      ariaRole: 'group',
    };
    cache.notes.set(note.id, { note, element });
    return element;
  });
}

/** @param options.closedOver by block, the closed section that stands for it: wires within one are not drawn */
export function wireElements(
  document: FlowDocument,
  selected: ReadonlySet<string>,
  labelOf: (node: FlowNode, handle: string) => string,
  describe: (from: FlowNode, handle: string, to: FlowNode) => string,
  cache: ElementCache,
  {
    taken,
    closedOver,
  }: { taken?: ReadonlySet<string> | undefined; closedOver?: ReadonlyMap<string, string> } = {},
): WireElement[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return document.edges.flatMap((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to) return [];
    const [source, target] = [closedOver?.get(from.id) ?? from.id, closedOver?.get(to.id) ?? to.id];
    if (source === target && source !== from.id) return [];
    const isSelected = selected.has(edge.id);
    const label = edge.handle === 'out' ? '' : labelOf(from, edge.handle);
    const spoken = describe(from, edge.handle, to);
    const isTaken = taken?.has(edge.id) === true;
    const key = JSON.stringify([edge, source, target, isSelected, label, spoken, isTaken]);
    const known = cache.wires.get(edge.id);
    if (known?.key === key) return [known.element];
    const element: WireElement = {
      id: edge.id,
      type: 'wire',
      source,
      sourceHandle: source === from.id ? edge.handle : OUTPUT_HANDLE,
      target,
      targetHandle: INPUT_HANDLE,
      data: { label, spoken, isError: edge.handle === 'error', isTaken },
      // Over those that were not gone.
      ...(isTaken && { zIndex: 1 }),
      selected: isSelected,
      ariaLabel: spoken,
    };
    cache.wires.set(edge.id, { key, element });
    return [element];
  });
}
