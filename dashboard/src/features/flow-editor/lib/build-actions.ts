import { NODE_KINDS } from '../../../../../domain/flow/registry';
import type { ActionBase } from './action-base';
import { type Exit, addNode, connect, insertAfter, insertOnEdge, refusal, remove } from './compose';
import { rememberKind } from './recent-kinds';
import type { InsertPlace } from './view-state';

/** Blocks and wires come and go. */
export function buildActions({ editor, t, words, say, act, compose, node, nameOf }: ActionBase) {
  return {
    add: (kind: string, place: InsertPlace): boolean => {
      const document = editor.document();
      const label = t('step.add', { name: words.kind(kind) });
      rememberKind(kind);
      if (place.at === 'after' && node(place.nodeId)) {
        return compose(label, insertAfter(document, place.nodeId, kind, ''));
      }
      if (place.at === 'edge') {
        const edge = document.edges.find(({ id }) => id === place.edgeId);
        const isTrigger = NODE_KINDS.get(kind)?.family === 'trigger';
        if (edge && !isTrigger) return compose(label, insertOnEdge(document, edge, kind, ''));
      }
      if (place.at === 'spot') return compose(label, addNode(document, kind, '', place, place.exit));
      const last = document.nodes.at(-1)?.position ?? { x: 0, y: -160 };
      return compose(label, addNode(document, kind, '', { x: last.x, y: last.y + 160 }));
    },
    connect: (exit: Exit, to: string | undefined): boolean => {
      const document = editor.document();
      const why = to === undefined ? undefined : refusal(document, exit.from, to);
      if (why !== undefined) {
        say(t(`refused.${why}`));
        return false;
      }
      const values = { from: nameOf(exit.from), to: to === undefined ? '' : nameOf(to) };
      const label = to === undefined ? t('step.disconnect', values) : t('step.connect', values);
      return act(label, connect(document, exit, to));
    },
    removeSelected: (): void => {
      const { selected } = editor.get();
      if (selected.size === 0) return;
      act(t('step.remove', { count: selected.size }), remove(editor.document(), selected), []);
    },
    remove: (ids: string[]): void => {
      act(t('step.remove', { count: ids.length }), remove(editor.document(), new Set(ids)), []);
    },
  };
}
