import { applyEdit } from '../../../../../domain/flow/edit/commands';
import { flowOf } from './fixtures';
import { align } from './move';
import { neighbour } from './neighbours';
import { outlineOf, outlineParts } from './outline';
import { swapWithNext } from './swap';

describe('align', () => {
  it('brings left edges to one line, and spreads three evenly', () => {
    const flow = flowOf({ a: 'end', b: 'end', c: 'end' });
    const [, b, c] = flow.nodes;
    if (b) b.position = { x: 100, y: 50 };
    if (c) c.position = { x: 800, y: 10 };
    const ids = new Set(['a', 'b', 'c']);
    const placed = (how: 'left' | 'across') => {
      const command = align(flow, ids, how);
      const edited = command && applyEdit(flow, command);
      return edited?.ok === true ? edited.document.nodes.map(({ position }) => position.x) : [];
    };
    expect(placed('left')).toEqual([0, 0, 0]);
    expect(placed('across')).toEqual([0, 400, 800]);
    expect(align(flow, new Set(['a']), 'left')).toBeUndefined();
  });
});

describe('arrows', () => {
  const flow = flowOf({ t: 'message_received', a: 'condition', b: 'end', c: 'end' }, [
    't out a',
    'a yes b',
    'a else c',
  ]);
  const [, , , c] = flow.nodes;
  if (c) c.position = { x: 640, y: 200 };

  it.each([
    ['t', 'right', 'a'],
    ['a', 'right', 'b'],
    ['b', 'down', 'c'],
    ['c', 'up', 'b'],
    ['c', 'left', 'a'],
    ['t', 'left', undefined],
  ] as const)('from %s %s to %s', (from, direction, to) => {
    expect(neighbour(flow, from, direction)).toBe(to);
  });
});

describe('the script', () => {
  it('names every block once: along the way, branches indented, loose ones last', () => {
    const flow = flowOf(
      { t: 'message_received', a: 'condition', b: 'send_text', c: 'end', d: 'end', x: 'wait' },
      ['t out a', 'a yes b', 'b out c', 'a else d'],
    );
    expect(
      outlineOf(flow).map(({ node, number, depth, isLoose }) => [node.id, number, depth, isLoose]),
    ).toEqual([
      ['t', '1', 0, false],
      ['a', '2', 0, false],
      ['b', '2a.1', 1, false],
      ['c', '2a.2', 1, false],
      ['d', '2b.1', 1, false],
      ['x', '3', 0, true],
    ]);
  });

  it('keeps what follows each other in a section together', () => {
    const flow = flowOf({ t: 'message_received', a: 'wait', b: 'wait', c: 'wait', d: 'end' }, [
      't out a',
      'a out b',
      'b out c',
      'c out d',
    ]);
    flow.notes = [{ id: 'n', text: 'Oferta', position: { x: 0, y: 0 }, members: ['a', 'b', 'd'] }];
    const parts = outlineParts(flow, outlineOf(flow));
    expect(parts.map(({ section, rows }) => [section?.note.text, rows.map(({ node }) => node.id)])).toEqual([
      [undefined, ['t']],
      ['Oferta', ['a', 'b']],
      [undefined, ['c']],
      ['Oferta', ['d']],
    ]);
  });

  it('ends in a circle', () => {
    const flow = flowOf({ t: 'message_received', a: 'wait', b: 'wait' }, ['t out a', 'a out b', 'b out a']);
    expect(outlineOf(flow)).toHaveLength(3);
  });

  it('changes places of two that follow each other', () => {
    const flow = flowOf({ t: 'message_received', a: 'send_text', b: 'wait', c: 'end' }, [
      't out a',
      'a out b',
      'b out c',
    ]);
    const command = swapWithNext(flow, 'a');
    const edited = command && applyEdit(flow, command);
    if (edited?.ok !== true) throw new Error('refused');
    expect(outlineOf(edited.document).map(({ node }) => node.id)).toEqual(['t', 'b', 'a', 'c']);
    expect(swapWithNext(flow, 't')).toBeUndefined();
    const back = applyEdit(edited.document, edited.inverse);
    expect(back.ok && back.document).toEqual(flow);
  });
});
