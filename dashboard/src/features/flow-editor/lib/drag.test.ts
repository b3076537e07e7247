import { follow, startDrag } from './drag';
import { flowOf } from './fixtures';
import { movedSections, sectionsOf } from './sections';

// 320 apart, at y 0.
const flow = flowOf({ t: 'message_received', a: 'send_text', b: 'send_text', c: 'end' }, ['t out a']);
const section = { id: 'note_1', text: 'one', position: { x: 0, y: 0 }, members: ['a', 'b'] };
const NOTHING: ReadonlySet<string> = new Set();

describe('a drag', () => {
  it('takes a block along, in line with those that stay', () => {
    const start = startDrag(flow, NOTHING, [{ id: 'c' }]);
    expect(start.others.map(({ x }) => x)).toEqual([0, 320, 640]);
    const { places, lines } = follow(start, [{ id: 'c', position: { x: 643, y: 400 } }], 1);
    expect([...places]).toEqual([['c', { x: 640, y: 400 }]]);
    expect(lines.map(({ axis, at }) => [axis, at])).toEqual([['x', 640]]);
  });

  it('takes a section along with its blocks, and not in line with those', () => {
    const document = { ...flow, notes: [section] };
    const start = startDrag(document, NOTHING, [{ id: 'note_1' }]);
    expect(start.others.map(({ x }) => x)).toEqual([0, 960]);
    const [frame] = sectionsOf(document);
    const { x = 0, y = 0 } = frame?.box ?? {};
    const { places } = follow(start, [{ id: 'note_1', position: { x: x + 16, y: y + 1600 } }], 1);
    expect([...places]).toEqual([
      ['a', { x: 336, y: 1600 }],
      ['b', { x: 656, y: 1600 }],
    ]);
  });

  it('has no lines at what a closed section hides', () => {
    const document = { ...flow, notes: [{ ...section, collapsed: true }] };
    const others = (selected: ReadonlySet<string>) =>
      startDrag(document, selected, [{ id: 'c' }]).others.length;
    expect(others(NOTHING)).toBe(1);
    expect(others(new Set(['a']))).toBe(3);
  });

  it('leaves sections alone of which nothing moves, and reads no block anew', () => {
    const other = { ...section, id: 'note_2', members: ['c'] };
    const before = sectionsOf({ ...flow, notes: [section, other] });
    const after = movedSections(before, flow.edges, new Map([['a', { x: 100, y: 40 }]]));
    expect(after[1]).toBe(before[1]);
    expect(after[0]?.box.x).toBe(100 - 32);
    // What is known of a block's ways out is known by the object.
    for (const [index, member] of (after[0]?.members ?? []).entries()) {
      expect(member).toBe(before[0]?.members[index]);
    }
  });
});
