import { fillVariables } from './fill-variables';

describe('fillVariables', () => {
  it.each([
    ['Voltamos {{opensAt}}.', 'Voltamos hoje às 08:00.'],
    ['{{ business }}: {{opensAt}} ({{opensAt}})', 'Padaria $& Cia: hoje às 08:00 (hoje às 08:00)'],
    ['{{nome}} fica', '{{nome}} fica'],
    ['{{constructor}} {{}} { {opensAt} }', '{{constructor}} {{}} { {opensAt} }'],
    ['nada', 'nada'],
  ])('%s', (text, filled) => {
    expect(fillVariables(text, { opensAt: 'hoje às 08:00', business: 'Padaria $& Cia' })).toBe(filled);
  });
});
