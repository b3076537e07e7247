import { completeFlow } from './complete';
import { loadFlow } from './load';

const load = (draft: unknown) => {
  const loaded = loadFlow(completeFlow(draft, 'Teste'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.document;
};
const settings = { messages: ['Oi'] };

describe('a drawing by another hand', () => {
  it.each<[string, object]>([
    ['ours', { id: 'a', kind: 'send_text', settings }],
    ['with a type', { id: 'a', type: 'send_text', settings }],
    ['with a config', { id: 'a', type: 'send_text', config: settings }],
    ['of React Flow', { id: 'a', type: 'send_text', data: settings, measured: { width: 1 } }],
    ['of React Flow, the kind in its data', { id: 'a', type: 'node', data: { kind: 'send_text', settings } }],
    ['of React Flow, with a label', { id: 'a', type: 'send_text', data: { label: 'Olá', ...settings } }],
  ])('a node %s', (_what, node) => {
    const { nodes } = load({ nodes: [node], edges: [] });
    expect(nodes).toMatchObject([
      { id: 'a', kind: 'send_text', typeVersion: 1, position: { x: 0, y: 0 }, settings },
    ]);
    expect(nodes[0]?.settings).toEqual(settings);
  });

  it('edges: from and to, or source and target; each with an id of its own', () => {
    const { edges } = load({
      nodes: [],
      edges: [
        { id: 'w1', from: 'a', handle: 'yes', to: 'b' },
        { from: 'a', to: 'b' },
        { source: 'b', sourceHandle: 'else', target: 'c', targetHandle: null, animated: true },
        { source: 'c', sourceHandle: null, target: 'd' },
      ],
    });
    expect(edges).toEqual([
      { id: 'w1', from: 'a', handle: 'yes', to: 'b' },
      { id: 'w2', from: 'a', handle: 'out', to: 'b' },
      { id: 'w3', from: 'b', handle: 'else', to: 'c' },
      { id: 'w4', from: 'c', handle: 'out', to: 'd' },
    ]);
  });
});
