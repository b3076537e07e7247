import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowNode } from '../../../../../domain/flow/document';
import {
  type CanvasNode,
  type WireElement,
  blockElements,
  newElementCache,
  noteElements,
  wireElements,
} from './canvas-elements';
import { draftPorts } from './draft-facts';
import { sectionElements } from './section-elements';
import { type Places, closedOver, movedSections, sectionsOf } from './sections';
import { useDocument, useEditorParts, useEditorPiece } from './editor-context';
import { useAnalysis } from './use-analysis';
import { useFlowWords } from './use-words';

const NONE_CLOSED: ReadonlyMap<string, string> = new Map();

/** Blocks, notes and wires as React Flow takes them; what is being dragged stands where the pointer is. */
export function useCanvasElements(dragged: Places): { nodes: CanvasNode[]; edges: WireElement[] } {
  const { t } = useTranslation('flow-editor');
  const { statuses, readOnly } = useEditorParts();
  const words = useFlowWords();
  const document = useDocument();
  const selected = useEditorPiece((state) => state.selected);
  const analysis = useAnalysis();
  const [cache] = useState(newElementCache);

  const sections = useMemo(() => sectionsOf(document), [document]);
  // Who may not open them sees all that is in them.
  const closed = useMemo(
    () => (readOnly ? NONE_CLOSED : closedOver(sections, selected)),
    [sections, selected, readOnly],
  );
  const settled = useMemo<CanvasNode[]>(
    () => [
      ...noteElements(
        document.notes.filter(({ id }) => !sections.some(({ note }) => note.id === id)),
        selected,
        t('note.label'),
        cache,
      ),
      ...blockElements(
        document,
        {
          selected,
          statuses,
          findings: analysis.ofNode,
          roleName: t('canvas.block'),
          describe: (node, findings) =>
            [
              `${words.title(node)}, ${words.kind(node.kind)}`,
              ...(node.disabled === true ? [t('canvas.disabled')] : []),
              ...(findings.length > 0 ? [t('canvas.problems', { count: findings.length })] : []),
            ].join('. '),
        },
        cache,
      ).filter(({ id }) => !closed.has(id)),
    ],
    [document, sections, closed, selected, statuses, analysis, t, words, cache],
  );
  const moving = useMemo(
    () =>
      dragged.size === 0
        ? settled
        : settled.map((node) => {
            const position = dragged.get(node.id);
            return position ? { ...node, position, dragging: true } : node;
          }),
    [settled, dragged],
  );
  const nodes = useMemo<CanvasNode[]>(() => {
    if (sections.length === 0) return moving;
    const frames = dragged.size === 0 ? sections : movedSections(sections, document.edges, dragged);
    const look = {
      selected,
      closed: new Set(closed.values()),
      findings: analysis.ofNode,
      roleName: t('section.role'),
    };
    return [...sectionElements(frames, look, cache.sections), ...moving];
  }, [moving, sections, closed, document, dragged, selected, analysis, t, cache]);
  const edges = useMemo(() => {
    const portName = (node: FlowNode, handle: string) =>
      words.port(draftPorts(node).find((port) => port.handle === handle) ?? { handle });
    const describe = (from: FlowNode, handle: string, to: FlowNode) =>
      t('canvas.wire', { from: words.title(from), port: portName(from, handle), to: words.title(to) });
    return wireElements(document, selected, portName, describe, cache, { closedOver: closed });
  }, [document, selected, closed, words, t, cache]);
  return { nodes, edges };
}
