import { piecesOf, withoutMarks } from './marks';

describe('piecesOf', () => {
  it('cuts a text at its marks', () => {
    expect(piecesOf('Tenho *9h30*, ou _à tarde_. ~11h~')).toEqual([
      { text: 'Tenho ' },
      { text: '9h30', mark: 'bold' },
      { text: ', ou ' },
      { text: 'à tarde', mark: 'italic' },
      { text: '. ' },
      { text: '11h', mark: 'strike' },
    ]);
  });

  it.each(['2*3*4', 'uma_palavra_assim', '* isto não *', '*nem\nisto*', ''])('leaves %j alone', (text) => {
    expect(withoutMarks(text)).toBe(text);
    expect(piecesOf(text).every(({ mark }) => mark === undefined)).toBe(true);
  });
});
