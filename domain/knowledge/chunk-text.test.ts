import fc from 'fast-check';
import { chunkText } from './chunk-text';

const sentence = (n: number) => `A frase número ${n} fala de um exame diferente e do seu preparo. `;
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe('chunkText', () => {
  it('keeps a short text whole', () => {
    expect(chunkText('Atendemos de segunda a sexta. Não abrimos aos domingos.')).toEqual([
      'Atendemos de segunda a sexta. Não abrimos aos domingos.',
    ]);
  });

  it('gives no chunk for nothing', () => {
    expect(chunkText('')).toEqual([]);
    expect(chunkText(' \n\n ')).toEqual([]);
  });

  it('ends chunks where sentences end and repeats the last ones in the next chunk', () => {
    const text = Array.from({ length: 60 }, (_, n) => sentence(n)).join('');
    const chunks = chunkText(text);
    expect(chunks.length).toBeGreaterThan(4);
    for (const [index, chunk] of chunks.entries()) {
      expect(chunk.length).toBeLessThanOrEqual(800);
      expect(chunk).toMatch(/^A frase .*preparo\.$/s);
      const next = chunks[index + 1];
      if (next === undefined) continue;
      expect(chunk.length).toBeGreaterThan(600);
      const lastSentence = chunk.slice(chunk.lastIndexOf('A frase'));
      expect(
        next.startsWith(chunk.slice(chunk.lastIndexOf('A frase', chunk.length - lastSentence.length - 1))),
      ).toBe(true);
    }
  });

  it('cuts a sentence that is longer than a chunk at a space', () => {
    const chunks = chunkText('palavra '.repeat(400));
    expect(chunks.every((chunk) => chunk.length <= 800 && /^(palavra ?)+$/.test(chunk))).toBe(true);
  });

  it('treats a line as a border, with or without a full stop', () => {
    const list = Array.from({ length: 80 }, (_, n) => `Exame ${n}: R$ ${n}0,00`).join('\n');
    for (const chunk of chunkText(list)) expect(chunk).toMatch(/^Exame \d+: R\$ .*R\$ \d+0,00$/s);
  });

  it('keeps paragraphs apart, by one blank line', () => {
    expect(chunkText('\n\nPREÇOS\nA consulta custa R$ 220.\n \n\n\nVACINAS\nGripe.\n')).toEqual([
      'PREÇOS\nA consulta custa R$ 220.\n\nVACINAS\nGripe.',
    ]);
    expect(chunkText(`Antes.${'\n'.repeat(5_000)}Depois.`)).toEqual(['Antes.\n\nDepois.']);
  });

  it('loses no word of any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000, unit: 'binary' }), (text) => {
        const kept = chunkText(text).join('\n');
        return words(text).every((word) => word.length > 400 || kept.includes(word));
      }),
    );
  });
});
