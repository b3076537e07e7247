import { parseRange } from './parse-range';

describe('a Range header', () => {
  it.each([
    ['nothing', undefined, undefined],
    ['all of it', 'bytes=0-', { start: 0, end: 99 }],
    ['a part', 'bytes=10-19', { start: 10, end: 19 }],
    ['one byte', 'bytes=0-0', { start: 0, end: 0 }],
    ['the end', 'bytes=-10', { start: 90, end: 99 }],
    ['more of the end than there is', 'bytes=-500', { start: 0, end: 99 }],
    ['beyond the end', 'bytes=50-500', { start: 50, end: 99 }],
    ['what is not there', 'bytes=100-', 'unsatisfiable'],
    ['nothing of the end', 'bytes=-0', 'unsatisfiable'],
    ['backwards', 'bytes=20-10', undefined],
    ['several at once', 'bytes=0-1,5-6', undefined],
    ['another unit', 'lines=0-1', undefined],
    ['nonsense', 'bytes=-', undefined],
  ])('that asks for %s', (_what, header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected);
  });
});
