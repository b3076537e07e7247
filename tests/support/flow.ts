import { type FlowDocument, type FlowNode, emptyFlow } from '../../domain/flow/document';
import { NODE_KINDS } from '../../domain/flow/registry';
import type { FlowStart } from '../../domain/flow/runtime/state';

type Sketch = Record<string, [kind: string, settings?: Record<string, unknown>, more?: Partial<FlowNode>]>;

/** A document out of a sketch: nodes by id, ways as `from.handle > to`. */
export function flowOf(nodes: Sketch, ways: string[] = [], more: Partial<FlowDocument> = {}): FlowDocument {
  return {
    ...emptyFlow('test'),
    nodes: Object.entries(nodes).map(([id, [kind, settings = {}, rest]], index) => ({
      id,
      kind,
      typeVersion: NODE_KINDS.get(kind)?.version ?? 1,
      position: { x: index * 100, y: 0 },
      title: id,
      settings,
      ...rest,
    })),
    edges: ways.map((way, index) => {
      const [source = '', to = ''] = way.split(' > ');
      const dot = source.indexOf('.');
      return { id: `w${index}`, from: source.slice(0, dot), handle: source.slice(dot + 1), to };
    }),
    ...more,
  };
}

export const MESSAGE = { channels: ['c1'] };
export const SAY = (text: string) => ({ messages: [text] });

/** A condition that holds when a variable equals a text. */
export const WHEN = (left: string, right: string, operator = 'equals') => ({
  when: { join: 'all', groups: [{ join: 'all', rules: [{ left, operator, right }] }] },
});

export function startOf(trigger: string, more: Partial<FlowStart> = {}): FlowStart {
  return {
    trigger,
    seed: 'run-1',
    zone: 'America/Sao_Paulo',
    gatilho: { texto: 'oi' },
    contato: { id: 'c-1', nome: 'Ana', etiquetas: ['vip'] },
    conversa: { id: 'v-1', estado: 'IA_ATIVA' },
    empresa: { nome: 'Clínica', fuso: 'America/Sao_Paulo' },
    ...more,
  };
}
