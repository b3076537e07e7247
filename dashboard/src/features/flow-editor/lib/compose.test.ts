import { applyEdit } from '../../../../../domain/flow/edit/commands';
import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { addNode, connect, insertAfter, insertOnEdge, refusal, remove } from './compose';
import { flowOf } from './fixtures';

function after(document: FlowDocument, command: EditCommand): FlowDocument {
  const edited = applyEdit(document, command);
  if (!edited.ok) throw new Error(edited.code);
  const back = applyEdit(edited.document, edited.inverse);
  expect(back.ok && back.document).toEqual(document);
  return edited.document;
}

const wires = ({ edges }: FlowDocument) =>
  edges.map(({ from, handle, to }) => `${from} ${handle} ${to}`).sort();

describe('putting blocks in', () => {
  it('after a block: on its first free way', () => {
    const flow = flowOf({ a: 'condition', b: 'end' }, ['a yes b']);
    expect(wires(after(flow, insertAfter(flow, 'a', 'send_text', '').command))).toEqual([
      'a else send_text_1',
      'a yes b',
    ]);
  });

  it('after a block without a free way: between it and what follows', () => {
    const flow = flowOf({ a: 'send_text', b: 'end' }, ['a out b']);
    expect(wires(after(flow, insertAfter(flow, 'a', 'wait', '').command))).toEqual([
      'a out wait_1',
      'wait_1 out b',
    ]);
  });

  it('on a wire: what follows makes room', () => {
    const flow = flowOf({ a: 'send_text', b: 'end' }, ['a out b']);
    const [edge] = flow.edges;
    if (!edge) throw new Error('no edge');
    const changed = after(flow, insertOnEdge(flow, edge, 'ask', '').command);
    expect(wires(changed)).toEqual(['a out ask_1', 'ask_1 ok b']);
    const x = (id: string) => changed.nodes.find((node) => node.id === id)?.position.x ?? 0;
    expect(x('ask_1')).toBeGreaterThan(x('a'));
    expect(x('b')).toBeGreaterThan(x('ask_1'));
  });

  it('never on top of another', () => {
    const flow = flowOf({ a: 'send_text' });
    const changed = after(flow, addNode(flow, 'end', '', { x: 0, y: 0 }).command);
    expect(changed.nodes[1]?.position.y).toBeGreaterThanOrEqual(88);
  });

  it('a trigger is never wired from a block', () => {
    const flow = flowOf({ a: 'send_text' });
    expect(wires(after(flow, insertAfter(flow, 'a', 'schedule', '').command))).toEqual([]);
  });
});

describe('wires', () => {
  it('an earlier one of the same way gives way', () => {
    const flow = flowOf({ a: 'send_text', b: 'end', c: 'end' }, ['a out b']);
    expect(wires(after(flow, connect(flow, { from: 'a', handle: 'out' }, 'c')))).toEqual(['a out c']);
    expect(wires(after(flow, connect(flow, { from: 'a', handle: 'out' }, undefined)))).toEqual([]);
  });

  it.each([
    ['a', 'a', 'itself'],
    ['a', 't', 'trigger'],
    ['a', 'zz', 'gone'],
    ['a', 'b', undefined],
  ])('from %s to %s: %s', (from, to, why) => {
    expect(refusal(flowOf({ a: 'send_text', b: 'end', t: 'schedule' }), from, to)).toBe(why);
  });
});

describe('taking blocks away', () => {
  it('joins the neighbours of one in the middle', () => {
    const flow = flowOf({ a: 'condition', b: 'send_text', c: 'end' }, ['a yes b', 'a else b', 'b out c']);
    expect(wires(after(flow, remove(flow, new Set(['b']))))).toEqual(['a else c', 'a yes c']);
  });

  it('does not guess where a block had several ways', () => {
    const flow = flowOf({ a: 'send_text', b: 'condition', c: 'end', d: 'end' }, [
      'a out b',
      'b yes c',
      'b else d',
    ]);
    expect(wires(after(flow, remove(flow, new Set(['b']))))).toEqual([]);
  });

  it('takes wires and several blocks at once', () => {
    const flow = flowOf({ a: 'send_text', b: 'wait', c: 'end' }, ['a out b', 'b out c']);
    expect(after(flow, remove(flow, new Set(['a', 'b', 'c', 'a.out']))).nodes).toEqual([]);
    expect(wires(after(flow, remove(flow, new Set(['a.out']))))).toEqual(['b out c']);
  });
});
