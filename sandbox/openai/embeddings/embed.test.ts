import { embed } from './embed';

function cosine(a: string, b: string): number {
  const [left, right] = [embed(a, 1_536), embed(b, 1_536)];
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

describe('embed', () => {
  it('gives the same vector of length 1 every time', () => {
    const first = embed('Aceitamos Unimed e Bradesco Saúde.', 1_536);
    expect(embed('Aceitamos Unimed e Bradesco Saúde.', 1_536)).toEqual(first);
    expect(first).toHaveLength(1_536);
    expect(first.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
  });

  it('keeps its places from version to version', () => {
    const places = [...embed('unimed', 64)].flatMap((value, index) => (value === 0 ? [] : [index]));
    expect(places).toMatchInlineSnapshot(`
      [
        4,
        6,
        39,
        41,
        47,
        51,
        59,
      ]
    `);
  });

  it.each([
    ['Vocês aceitam Unimed?', 'Aceitamos Unimed e Bradesco.', 'O ultrassom pede jejum de 6 horas.'],
    ['qual o horario de funcionamento', 'Horário: das 8h às 18h.', 'A consulta custa R$ 250.'],
    ['quanto custa a consulta?', 'O valor da consulta é R$ 250.', 'Ficamos na Rua das Flores.'],
    ['precisa de jejum?', 'Jejum de seis horas.', 'Estacionamento no local.'],
  ])('finds "%s" nearer to "%s" than to "%s"', (question, near, far) => {
    expect(cosine(question, near)).toBeGreaterThan(cosine(question, far) + 0.1);
  });

  it('forgives accents, case and a slip of the pen', () => {
    expect(cosine('CONVÊNIO', 'convenio')).toBeCloseTo(1, 5);
    expect(cosine('ultrasom', 'ultrassom')).toBeGreaterThan(0.05);
  });

  it('has a direction even for a text without words', () => {
    for (const text of ['👍', 'de a o', '...']) {
      const length = embed(text, 1_536).reduce((sum, value) => sum + value * value, 0);
      expect(length).toBeCloseTo(1, 5);
    }
  });
});
