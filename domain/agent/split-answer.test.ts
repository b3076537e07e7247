import fc from 'fast-check';
import { BALLOON_CHARACTERS, splitAnswer } from './split-answer';

const LIMITS = { characters: 100, balloons: 6 };
const split = (text: string) => splitAnswer(text, LIMITS);
/** All but the white space: what must never change. */
const letters = (text: string) => text.replaceAll(/\s/g, '');

describe('splitAnswer (F18)', () => {
  it('leaves a short answer in one piece, paragraphs and all', () => {
    expect(splitAnswer('Olá!\n\nO ultrassom custa R$ 260.')).toEqual(['Olá!\n\nO ultrassom custa R$ 260.']);
    expect(splitAnswer('a'.repeat(BALLOON_CHARACTERS))).toHaveLength(1);
  });

  it('parts at paragraphs before lines, and at lines before sentences', () => {
    const first = 'Atendemos de segunda a sexta. Das sete às dezenove horas.';
    const second = 'O ultrassom é feito às terças. Traga o pedido médico.';
    expect(split(`${first}\n\n${second}`)).toEqual([first, second]);
    expect(split(`${first}\n${second}`)).toEqual([first, second]);
    expect(split(`${first} ${second}`)).toEqual([
      `${first} O ultrassom é feito às terças.`,
      'Traga o pedido médico.',
    ]);
  });

  it.each([
    [
      'an address',
      `${'Veja tudo em nosso site '.repeat(4)}https://exemplo.com.br/precos?a=1,2;3.4 hoje.`,
      'https://exemplo.com.br/precos?a=1,2;3.4',
    ],
    ['an amount', `${'palavra '.repeat(11)}são R$ 1.250,00 por mês e nada mais se paga.`, 'R$ 1.250,00'],
    [
      'a telephone number',
      `${'palavra '.repeat(11)}(41) 99999-0000 é o nosso telefone de sempre.`,
      '(41) 99999-0000',
    ],
    [
      'a bold span',
      `${'palavra '.repeat(11)}*muito importante. Leia bem* antes de vir aqui.`,
      '*muito importante. Leia bem*',
    ],
    [
      'a name after its title',
      `${'palavra '.repeat(10)}fim. A Dra. Ana Souza atende à tarde na rua de trás.`,
      'Dra. Ana',
    ],
  ])('never parts %s', (_what, text, whole) => {
    const parts = split(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.filter((part) => part.includes(whole))).toHaveLength(1);
  });

  it('keeps each list item whole, and the line that announces the list with its first item', () => {
    const items = [
      '1. Traga o pedido. Não esqueça.',
      '2. Venha em jejum. Só água.',
      '3. Chegue antes. Dez minutos.',
    ];
    const text = `Para o exame siga o que está abaixo, por favor, com calma:\n${items.join('\n')}`;
    const parts = split(text);
    for (const item of items) expect(parts.some((part) => part.split('\n').includes(item))).toBe(true);
    expect(parts[0]).toContain(`:\n${items[0]}`);
  });

  it('makes balloons longer rather than more than six', () => {
    const text = Array.from({ length: 60 }, (_, n) => `Esta é a frase de número ${n} da resposta.`).join(' ');
    const parts = split(text);
    expect(parts.length).toBeLessThanOrEqual(6);
    expect(parts.length).toBeGreaterThan(3);
  });

  it('parts a sentence without end between its words', () => {
    const parts = split('palavra '.repeat(30).trim());
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('loses and adds nothing, whatever the answer', () => {
    const words = fc.constantFrom(
      'Sim.',
      'não',
      '*forte*',
      'R$ 10,00',
      'https://a.br/b.c',
      '- item',
      '\n',
      '\n\n',
      '1. um',
      'Dr.',
      '…',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 120 }), (list) => {
        const text = list.join(' ');
        const parts = split(text);
        expect(letters(parts.join(''))).toBe(letters(text));
        expect(parts.length).toBeLessThanOrEqual(6);
        if (text.trim() !== '') for (const part of parts) expect(part.trim()).not.toBe('');
      }),
    );
  });
});
