import { normalizeCpf } from '../contact/cpf';
import { readPhone } from '../contact/phone';
import { formFields } from './form';
import { readAnswers } from './read-answers';

describe('readPhone', () => {
  it.each([
    ['(31) 98765-4321', '5531987654321'],
    ['31 8765-4321', '5531987654321'],
    ['031 98765-4321', '5531987654321'],
    ['(31) 3333-4444', '553133334444'],
    ['+55 31 98765 4321', '5531987654321'],
    ['5531987654321', '5531987654321'],
    ['+351 912 345 678', '351912345678'],
  ])('%s', (input, expected) => expect(readPhone(input)).toBe(expected));

  it.each([
    '',
    '123',
    '98765-4321',
    '(01) 98765-4321',
    '(30) 98765-4321',
    '(31) 18765-4321',
    'ana',
    '+55 31 9876',
  ])('refuses %p', (input) => expect(readPhone(input)).toBeUndefined());
});

describe('normalizeCpf', () => {
  it.each(['529.982.247-25', '52998224725', ' 529 982 247 25 '])('%s', (input) =>
    expect(normalizeCpf(input)).toBe('52998224725'),
  );
  it.each(['529.982.247-26', '11111111111', '5299822472', '529982247250', 'abc', ''])('refuses %p', (input) =>
    expect(normalizeCpf(input)).toBeUndefined(),
  );
});

describe('readAnswers', () => {
  const read = (field: Record<string, unknown>, given: unknown) =>
    readAnswers(formFields.parse([{ key: 'a', label: 'A', ...field }]), { a: given });

  it.each([
    ['text', ' Ana ', 'Ana'],
    ['text', 'x'.repeat(201), 'too_long'],
    ['long_text', 'x'.repeat(4_001), 'too_long'],
    ['number', '1.234,50', 1234.5],
    ['number', 'dois', 'number'],
    ['email', 'ANA@Example.com', 'ana@example.com'],
    ['email', 'ana', 'email'],
    ['date', '24/12/2026', '2026-12-24'],
    ['date', '2026-12-24', '2026-12-24'],
    ['date', '31/02/2026', 'date'],
    ['checkbox', 'sim', true],
    ['text', ['a', 'b'], null],
    ['text', 'a\0b', 'ab'],
  ])('%s %p', (type, given, expected) => {
    const answer = read({ type }, given);
    expect(answer.ok ? answer.answers.values['a'] : answer.problems['a']).toEqual(expected);
  });

  it('keeps the words of a consent only when it was given', () => {
    const field = { type: 'checkbox', consent: true };
    expect(read(field, 'sim')).toMatchObject({ answers: { consents: [{ key: 'a', text: 'A' }] } });
    expect(read(field, '')).toMatchObject({ answers: { values: { a: false }, consents: [] } });
    expect(read({ ...field, required: true }, '')).toEqual({ ok: false, problems: { a: 'missing' } });
  });

  it('looks at no field that objects have by birth', () => {
    expect(readAnswers(formFields.parse([{ key: 'valueof', type: 'text', label: 'A' }]), {})).toMatchObject({
      ok: true,
    });
    expect(() => formFields.parse([{ key: 'constructor', type: 'text', label: 'A' }])).toThrow();
  });
});
