import { boxAround, snapToNeighbours } from './helper-lines';

const box = (x: number, y: number, width = 240, height = 88) => ({ x, y, width, height });

describe('helper lines', () => {
  it.each([
    ['the grid, where nobody is near', box(405, 203), [box(0, 0)], 1, [400, 208], []],
    ['a left edge', box(404, 403), [box(407, 0)], 1, [407, 400], ['x 407: 0–488']],
    ['a middle, of another height', box(404, 37), [box(0, 0, 240, 150)], 1, [400, 31], ['y 75: 0–640']],
    ['a right edge, of another width', box(21, 403), [box(0, 0, 256)], 1, [16, 400], ['x 256: 0–488']],
    ['where another begins', box(402, 85), [box(0, 171)], 1, [400, 83], ['y 171: 0–640']],
    ['both at once', box(3, 403), [box(0, 0), box(900, 399)], 1, [0, 399], ['x 0: 0–487', 'y 399: 0–1140']],
    ['the nearer line', box(404, 403), [box(409, 0), box(402, 0)], 1, [402, 400], ['x 402: 0–488']],
    [
      'the nearer of two in one line',
      box(402, 403),
      [box(407, 900), box(407, 500)],
      1,
      [407, 400],
      ['x 407: 400–588'],
    ],
    [
      'as far on the screen when it is far away',
      box(420, 403),
      [box(407, 0)],
      0.4,
      [407, 400],
      ['x 407: 0–488'],
    ],
    ['and when it is near', box(404, 403), [box(410, 0)], 2, [400, 400], []],
  ])('bring it to %s', (_, dragged, others, zoom, [x, y], lines) => {
    const snap = snapToNeighbours(dragged, others, zoom);
    expect([dragged.x + snap.dx, dragged.y + snap.dy]).toEqual([x, y]);
    expect(snap.lines.map(({ axis, at, from, to }) => `${axis} ${at}: ${from}–${to}`)).toEqual(lines);
  });

  it('take several as one', () => {
    expect(boxAround([box(0, 100), box(300, 0, 100, 400)])).toEqual(box(0, 0, 400, 400));
    expect(boxAround([])).toBeUndefined();
  });
});
