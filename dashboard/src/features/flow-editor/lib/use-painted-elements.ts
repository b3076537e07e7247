import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument, FlowNode } from '../../../../../domain/flow/document';
import type { Finding } from '../../../../../domain/flow/finding';
import {
  type CanvasNode,
  type WireElement,
  blockElements,
  newElementCache,
  noteElements,
  wireElements,
} from './canvas-elements';
import { draftPorts } from './draft-facts';
import type { NodeStatus } from './editor-context';
import { sectionElements } from './section-elements';
import { sectionsOf } from './sections';
import { useStatusWords } from './use-status-words';
import { useFlowWords } from './use-words';

/** What is painted over a drawing. */
export interface Painting {
  document: FlowDocument;
  /** By node. */
  statuses: Readonly<Record<string, NodeStatus>>;
  /** Ids of the wires that were gone. */
  taken?: ReadonlySet<string>;
  selected?: string | undefined;
}

/** A published drawing was checked before it could be published. */
const NO_FINDINGS: ReadonlyMap<string, readonly Finding[]> = new Map();
const NOTHING: ReadonlySet<string> = new Set();

/** Blocks, notes and wires of a drawing that is only looked at. */
export function usePaintedElements({ document, statuses, taken, selected }: Painting): {
  nodes: CanvasNode[];
  edges: WireElement[];
} {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const say = useStatusWords();
  const [cache] = useState(newElementCache);
  const nodes = useMemo<CanvasNode[]>(() => {
    const blocks = blockElements(
      document,
      {
        selected: new Set(selected === undefined ? [] : [selected]),
        statuses,
        findings: NO_FINDINGS,
        roleName: t('canvas.block'),
        describe: (node) => {
          const status = statuses[node.id];
          return [
            `${words.title(node)}, ${words.kind(node.kind)}`,
            ...(status === undefined ? [] : [say(status)]),
          ].join('. ');
        },
      },
      cache,
    );
    const sections = sectionsOf(document);
    const framed = new Set(sections.map(({ note }) => note));
    return [
      // All of them open: what stands in one is what is looked for.
      ...sectionElements(
        sections,
        { selected: NOTHING, closed: NOTHING, findings: NO_FINDINGS, roleName: t('section.role') },
        cache.sections,
      ),
      ...noteElements(
        document.notes.filter((note) => !framed.has(note)),
        NOTHING,
        t('note.label'),
        cache,
      ),
      ...blocks,
    ];
  }, [document, statuses, selected, t, words, say, cache]);
  const edges = useMemo(() => {
    const portName = (node: FlowNode, handle: string) =>
      words.port(draftPorts(node).find((port) => port.handle === handle) ?? { handle });
    const describe = (from: FlowNode, handle: string, to: FlowNode) =>
      t('canvas.wire', { from: words.title(from), port: portName(from, handle), to: words.title(to) });
    return wireElements(document, NOTHING, portName, describe, cache, { taken });
  }, [document, taken, words, t, cache]);
  return { nodes, edges };
}
