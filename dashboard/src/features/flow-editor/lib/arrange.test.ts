import type { FlowDocument } from '../../../../../domain/flow/document';
import { arrange } from './arrange';
import { layoutInput } from './arrange-aside';
import { flowOf } from './fixtures';
import { NODE_WIDTH, drawnPorts, nodeHeight } from './node-geometry';
import { type Box, sectionsOf } from './sections';

/** A tree of questions, each with two ways out. */
const TREE = flowOf(
  Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`n${index}`, 'condition'])),
  Array.from({ length: 19 }, (_, index) => [
    `n${index} yes n${index * 2 + 1}`,
    `n${index} else n${index * 2 + 2}`,
  ]).flat(),
);

function withSections(flow: FlowDocument, ...sections: string[][]): FlowDocument {
  const notes = sections.map((members, index) => ({
    id: `note_${index}`,
    text: '',
    position: { x: 0, y: 0 },
    members,
  }));
  return { ...flow, notes };
}

function arranged(document: FlowDocument, only?: ReadonlySet<string>): FlowDocument {
  const places = arrange(layoutInput(document, only));
  return {
    ...document,
    nodes: document.nodes.map((node) => ({ ...node, position: places[node.id] ?? node.position })),
  };
}

const boxesOf = ({ nodes, edges }: FlowDocument) =>
  nodes.map((node) => ({
    id: node.id,
    ...node.position,
    width: NODE_WIDTH,
    height: nodeHeight(drawnPorts(node, edges)),
  }));
const meet = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const meetings = <T extends Box>(boxes: readonly T[]) =>
  boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => meet(a, b)));

describe('organise', () => {
  it('goes from left to right along the wires, and nothing lies upon another', () => {
    const document = arranged(TREE);
    const boxes = boxesOf(document);
    const at = new Map(boxes.map((box) => [box.id, box.x]));
    for (const { from, to } of document.edges) expect(at.get(to)).toBeGreaterThan(at.get(from) ?? 0);
    expect(meetings(boxes)).toEqual([]);
    expect(boxes.every(({ x, y }) => x % 16 === 0 && y % 16 === 0)).toBe(true);
  });

  it.each<[string, string[][]]>([
    [
      'what follows each other',
      [
        ['n1', 'n3', 'n4'],
        ['n2', 'n5', 'n6', 'n13'],
      ],
    ],
    [
      'what is far apart',
      [
        ['n0', 'n38'],
        ['n7', 'n20', 'n30'],
        ['n1', 'n2', 'n39'],
      ],
    ],
    [
      'a block on the way between two of a section',
      [
        ['n0', 'n3'],
        ['n1', 'n7'],
      ],
    ],
    ['a single one, and all the rest', [['n5'], TREE.nodes.map(({ id }) => id).filter((id) => id !== 'n5')]],
  ])('keeps each section to itself: %s', (_, sections) => {
    const document = arranged(withSections(TREE, ...sections));
    const frames = sectionsOf(document);
    expect(frames).toHaveLength(sections.length);
    for (const { members, box } of frames) {
      const inside = boxesOf(document).filter((each) => meet(box, each));
      expect(inside.map(({ id }) => id).sort()).toEqual(members.map(({ id }) => id).sort());
    }
    expect(meetings(frames.map(({ box }) => box))).toEqual([]);
    expect(meetings(boxesOf(document))).toEqual([]);
    const all = boxesOf(document);
    expect(all.every(({ x, y }) => x % 16 === 0 && y % 16 === 0)).toBe(true);
    // Asked for again, everything stays.
    expect(boxesOf(arranged(document))).toEqual(all);
  });

  it('goes from left to right within a section and past it', () => {
    const flow = flowOf({ t: 'message_received', a: 'send_text', b: 'send_text', c: 'end' }, [
      't out a',
      'a out b',
      'b out c',
    ]);
    const document = arranged(withSections(flow, ['a', 'b']));
    expect(document.nodes.map(({ position }) => position.x)).toEqual([0, 368, 704, 1072]);
  });

  it('arranges what is selected, sections with their blocks, and leaves the rest', () => {
    const document = withSections(TREE, ['n10', 'n11']);
    const { nodes } = layoutInput(document, new Set(['note_0', 'n1']));
    expect(nodes.map(({ id }) => id)).toEqual(['n1', 'n10', 'n11']);
    expect(layoutInput(document, new Set(['n1'])).nodes).toHaveLength(40);
  });
});
