import { asksForSummary, renderNotice, unknownVariables } from './transfer';

const values = { 'contact.name': 'Ana {{link}}', summary: 'Quer remarcar.', link: 'https://wa.me/5541' };

describe('a transfer notice', () => {
  it.each([
    ['its variables', '{{contact.name}}: {{ summary }}', 'Ana {{link}}: Quer remarcar.'],
    ['one used twice', '{{link}} {{link}}', 'https://wa.me/5541 https://wa.me/5541'],
    ['none', 'Olá', 'Olá'],
    ['braces that are no variable', '{a} {{}}', '{a} {{}}'],
  ])('is rendered with %s', (_what, template, expected) => {
    expect(renderNotice(template, values)).toBe(expected);
  });

  it('closes the gap that an empty value leaves', () => {
    expect(renderNotice('Oi\n\n{{summary}}\n\nTchau', { ...values, summary: '' })).toBe('Oi\n\nTchau');
  });

  it('names what nobody knows', () => {
    expect(unknownVariables('{{contact.name}} {{phone}} {{ sumary }}')).toEqual(['phone', 'sumary']);
  });

  it('tells whether it must wait for the summary', () => {
    expect(asksForSummary('Resumo: {{ summary }}')).toBe(true);
    expect(asksForSummary('summary')).toBe(false);
  });
});
