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
import { useDocument, useEditorParts, useEditorPiece } from './editor-context';
import { useAnalysis } from './use-analysis';
import { useFlowWords } from './use-words';

type Places = ReadonlyMap<string, { x: number; y: number }>;

/** Blocks, notes and wires as React Flow takes them; what is being dragged stands where the pointer is. */
export function useCanvasElements(dragged: Places): { nodes: CanvasNode[]; edges: WireElement[] } {
  const { t } = useTranslation('flow-editor');
  const { statuses } = useEditorParts();
  const words = useFlowWords();
  const document = useDocument();
  const selected = useEditorPiece((state) => state.selected);
  const analysis = useAnalysis();
  const [cache] = useState(newElementCache);

  const settled = useMemo<CanvasNode[]>(
    () => [
      ...noteElements(document, selected, t('note.label'), cache),
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
      ),
    ],
    [document, selected, statuses, analysis, t, words, cache],
  );
  const nodes = useMemo(
    () =>
      dragged.size === 0
        ? settled
        : settled.map((node) => {
            const position = dragged.get(node.id);
            return position ? { ...node, position, dragging: true } : node;
          }),
    [settled, dragged],
  );
  const edges = useMemo(() => {
    const portName = (node: FlowNode, handle: string) =>
      words.port(draftPorts(node).find((port) => port.handle === handle) ?? { handle });
    const describe = (from: FlowNode, handle: string, to: FlowNode) =>
      t('canvas.wire', { from: words.title(from), port: portName(from, handle), to: words.title(to) });
    return wireElements(document, selected, portName, describe, cache);
  }, [document, selected, words, t, cache]);
  return { nodes, edges };
}
