import { diffWords, shortValue } from './diff-lines';
import { aFlow, aNode } from './fixtures';

describe('diffWords', () => {
  const before = aFlow(
    [aNode('inicio', 'message_received'), aNode('oi', 'send_text', { messages: ['Oi'] }), aNode('x', 'end')],
    [
      ['inicio', 'out', 'oi'],
      ['oi', 'out', 'x'],
    ],
  );

  it('says what came, what went and what differs, field by field', () => {
    const after = aFlow(
      [
        aNode('inicio', 'message_received'),
        aNode('oi', 'send_text', { messages: ['Olá'] }),
        aNode('y', 'wait'),
      ],
      [
        ['inicio', 'out', 'oi'],
        ['oi', 'out', 'y'],
      ],
    );
    const diff = diffWords(before, after);
    expect(diff.lines.map(({ change, id }) => [change, id])).toEqual([
      ['added', 'y'],
      ['removed', 'x'],
      ['changed', 'oi'],
    ]);
    expect(diff.lines[2]?.fields).toEqual([{ field: 'settings.messages.0', before: 'Oi', after: 'Olá' }]);
    expect(diff.ways).toEqual({ added: 1, removed: 1 });
    expect(diff.same).toBe(false);
  });

  it('takes a drawing that was only tidied up for the same', () => {
    const after = { ...before, nodes: before.nodes.map((node) => ({ ...node, position: { x: 9, y: 9 } })) };
    expect(diffWords(before, after)).toMatchObject({ same: true, moved: 3, lines: [] });
  });
});

describe('shortValue', () => {
  it.each([
    [undefined, '—'],
    ['', '—'],
    ['Oi', 'Oi'],
    [60, '60'],
    [['a'], '["a"]'],
  ])('%j reads %s', (value, shown) => {
    expect(shortValue(value)).toBe(shown);
  });

  it('cuts what is long', () => {
    expect(shortValue('a'.repeat(500))).toHaveLength(80);
  });
});
