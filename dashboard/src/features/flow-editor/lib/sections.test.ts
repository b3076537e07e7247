import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import { applyEdit } from '../../../../../domain/flow/edit/commands';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { copyPart, pastePart, readPart } from './clipboard';
import { insertOnEdge, remove } from './compose';
import { flowOf } from './fixtures';
import { closedOver, group, sectionsOf, ungroup, withMembers } from './sections';

const KINDS = { t: 'message_received', a: 'send_text', b: 'send_text', c: 'end' };
const WIRES = ['t out a', 'a out b', 'b out c'];
/** Sections as `name: members`, a collapsed one with a dash before it. */
const drawn = (...sections: string[]): FlowDocument => ({
  ...flowOf(KINDS, WIRES),
  notes: sections.map((each, index) => {
    const [name = '', members = ''] = each.replace('-', '').split(': ');
    const note = {
      id: `note_${index + 1}`,
      text: name,
      position: { x: 0, y: 0 },
      members: members.split(' '),
    };
    return each.startsWith('-') ? { ...note, collapsed: true } : note;
  }),
});
const told = (document: FlowDocument) =>
  sectionsOf(document).map(({ note, members }) => `${note.text}: ${members.map(({ id }) => id).join(' ')}`);
function after(document: FlowDocument, command: EditCommand | undefined): FlowDocument {
  const edited = command && applyEdit(document, command);
  if (edited?.ok !== true) throw new Error('refused');
  const back = applyEdit(edited.document, edited.inverse);
  expect(back.ok && back.document).toEqual(document);
  return edited.document;
}

describe('sections', () => {
  it.each<[string, FlowDocument, string[], string[] | undefined]>([
    ['two blocks', drawn(), ['a', 'b'], ['new: a b']],
    ['blocks of another section leave it', drawn('old: a b'), ['b', 'c'], ['old: a', 'new: b c']],
    ['and end it when they were all', drawn('old: b c'), ['b', 'c'], ['new: b c']],
    ['blocks join a section that is selected', drawn('old: a'), ['note_1', 'b'], ['old: a b']],
    ['out of another one too', drawn('old: a', 'other: b c'), ['note_1', 'b'], ['old: a b', 'other: c']],
    ['wires alone are none', drawn(), ['a.out'], undefined],
    ['nor is a section again', drawn('old: a b'), ['note_1', 'a'], undefined],
  ])('are made: %s', (_, document, ids, expected) => {
    const made = group(document, new Set(ids), 'new');
    expect(made && told(after(document, made.command))).toEqual(expected);
  });

  it.each<[string, string[], string[], string[] | undefined]>([
    ['by themselves', ['note_1'], ['other: c'], ['a', 'b']],
    ['by one of their blocks', ['c'], ['old: a b'], ['c']],
    ['several at once', ['a', 'c'], [], ['a', 'b', 'c']],
    ['never by others', ['t'], ['old: a b', 'other: c'], undefined],
  ])('are taken apart %s', (_, ids, left, selected) => {
    const document = drawn('old: a b', 'other: c');
    const apart = ungroup(document, new Set(ids));
    expect(apart?.select).toEqual(selected);
    expect(told(apart ? after(document, apart.command) : document)).toEqual(left);
  });

  it('count a block once, and only while it is there', () => {
    expect(told(drawn('one: a gone', 'two: a b', 'none: gone'))).toEqual(['one: a', 'two: b']);
    const [section] = sectionsOf(drawn('one: a b'));
    expect(section?.box).toEqual({ x: 320 - 32, y: -64, width: 2 * 320 - 80 + 64, height: 88 + 64 + 32 });
  });

  it.each<[string, string[], string[], string[]]>([
    ['closed', ['-one: a b', 'two: c'], [], ['a', 'b']],
    ['closed while it is selected itself', ['-one: a b'], ['note_1'], ['a', 'b']],
    ['open while one of its blocks is selected', ['-one: a b', '-two: c'], ['b'], ['c']],
  ])('stand for their blocks: %s', (_, sections, selected, hidden) => {
    const closed = closedOver(sectionsOf(drawn(...sections)), new Set(selected));
    expect([...closed.keys()]).toEqual(hidden);
  });

  it('lose the blocks that are removed, and go with the last', () => {
    const document = drawn('one: a b');
    expect(told(after(document, remove(document, new Set(['a']))))).toEqual(['one: b']);
    expect(after(document, remove(document, new Set(['a', 'b']))).notes).toEqual([]);
    // The section itself is only a frame.
    const apart = after(document, remove(document, new Set(['note_1'])));
    expect([apart.notes, apart.nodes.length]).toEqual([[], 4]);
  });

  it('take in what is put between two of their blocks', () => {
    const document = drawn('one: a b');
    const put = (wire: string) => {
      const edge = document.edges.find(({ id }) => id === wire);
      if (!edge) throw new Error(wire);
      return told(after(document, insertOnEdge(document, edge, 'wait', '').command));
    };
    expect(put('a.out')).toEqual(['one: a b wait_1']);
    expect(put('b.out')).toEqual(['one: a b']);
  });

  it('are copied with their blocks', () => {
    const document = drawn('one: a b');
    expect([...withMembers(document, new Set(['note_1']))]).toEqual(['note_1', 'a', 'b']);
    const part = readPart(copyPart(document, new Set(['note_1']), 'x') ?? '', 'x');
    const { command } = pastePart(document, part ?? document);
    expect(told(after(document, command))).toEqual(['one: a b', 'one: send_text_1 send_text_2']);
  });
});
