import type { FlowObject } from '../flow/runtime/value';
import { changeFields, FIELD_LIMITS, missingFields, overtakenFields } from './fields';

describe('changeFields', () => {
  it('takes no name that objects have by birth', () => {
    const hostile = JSON.parse('{"__proto__":{"a":1}}') as FlowObject;
    expect(() => changeFields({}, hostile)).toThrow('not a name');
    expect(() => changeFields({}, { constructor: 1 })).toThrow('not a name');
  });

  it('takes as much as the limits say, and no more', () => {
    const full = Object.fromEntries(
      Array.from({ length: FIELD_LIMITS.count }, (_, index) => [`c${index}`, 1]),
    );
    expect(changeFields({}, full).changed).toHaveLength(FIELD_LIMITS.count);
    expect(() => changeFields(full, { mais: 1 })).toThrow('more than');
    expect(changeFields(full, { mais: 1, c0: null }).changed).toEqual(['mais', 'c0']);
  });
});

describe('missingFields', () => {
  it('gives what is not there, as far as there is room', () => {
    const full = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`c${index}`, 1]));
    expect(missingFields({ c0: 2, a: 1, b: 2 }, full)).toEqual({ a: 1 });
    expect(missingFields({ a: 'x'.repeat(20_000), b: 1 }, {})).toEqual({ b: 1 });
  });
});

describe('overtakenFields', () => {
  it.each<[string, FlowObject, FlowObject, FlowObject, string[]]>([
    ['what is as it was seen is not', { a: [1] }, { a: [2] }, { a: [1] }, []],
    ['what is another now is', { a: 'x' }, { a: 'y' }, { a: 'w' }, ['a']],
    ['what is already as wanted is not', { a: 'y' }, { a: 'y' }, { a: 'w' }, []],
    ['what came meanwhile is', { a: 'x' }, { a: 'y' }, { a: null }, ['a']],
    ['what went meanwhile is', {}, { a: 'y' }, { a: 'w' }, ['a']],
    ['what went and was to go is not', {}, { a: null }, { a: 'w' }, []],
    ['what nobody says to have seen is not', { a: 'x' }, { a: 'y' }, {}, []],
    ['what is seen and not set is not', { a: 'x' }, { b: 'y' }, { a: 'w' }, []],
    ['what objects have by birth is not there', {}, { toString: 'y' }, { toString: null }, []],
  ])('%s', (_, now, set, seen, names) => {
    expect(overtakenFields(now, set, seen)).toEqual(names);
  });
});
