import { aFlow, aNode } from './fixtures';
import { SKETCH_BOX, bendOf, sketchOf } from './sketch';

describe('sketchOf', () => {
  const flow = aFlow(
    [
      { ...aNode('a', 'message_received'), position: { x: -400, y: 100 } },
      { ...aNode('b', 'end'), position: { x: 0, y: -60 } },
    ],
    [
      ['a', 'out', 'b'],
      ['a', 'error', 'gone'],
    ],
  );

  it('moves the drawing to begin at the margin, wherever it lay', () => {
    const { boxes, width, height } = sketchOf(flow);
    const margin = boxes[0]?.x ?? 0;
    expect(boxes.map(({ x, y }) => [x - margin, y - margin])).toEqual([
      [0, 160],
      [400, 0],
    ]);
    expect(width).toBe(400 + SKETCH_BOX.width + 2 * margin);
    expect(height).toBe(160 + SKETCH_BOX.height + 2 * margin);
  });

  it('leaves out ways that lead nowhere, and keeps the others inside', () => {
    const { lines } = sketchOf(flow);
    expect(lines).toHaveLength(1);
    const [line] = lines;
    expect(line && bendOf(line)).toMatch(/^M\d+ \d+ C\d+ \d+ \d+ \d+ \d+ \d+$/);
  });
});
