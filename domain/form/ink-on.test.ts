import { inkOn } from './ink-on';

describe('what is written on a colour', () => {
  it.each([
    ['#ffffff', '#000'],
    ['#000000', '#fff'],
    ['#2563eb', '#fff'],
    ['#facc15', '#000'],
    ['#00ff00', '#000'],
    ['#0000ff', '#fff'],
  ])('on %s is %s', (color, ink) => {
    expect(inkOn(color)).toBe(ink);
  });
});
