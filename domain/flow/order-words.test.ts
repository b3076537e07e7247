import { flowTools } from './expression/tools';
import { isListenedFor, type Listening, readReply } from './order-reply';
import { leaveBy, personHasIt, timedOut, wordsOf } from './order-words';

const BUTTONS = [
  { key: 'sim', title: 'Sim, quero' },
  { key: 'nao', title: 'Agora não' },
];
const now = { at: Date.UTC(2026, 10, 20, 12), zone: 'America/Sao_Paulo' };

describe('what a node says', () => {
  it.each([
    ['send_text', { messages: ['Oi', '  ', 'Tudo bem?'] }, ['Oi', 'Tudo bem?']],
    [
      'send_buttons',
      { text: 'Quer?', buttons: BUTTONS, footer: 'até sexta' },
      ['Quer?\n\n1. Sim, quero\n2. Agora não\n\naté sexta'],
    ],
    [
      'send_list',
      {
        text: 'Qual?',
        sections: [
          { title: 'A', rows: [{ key: 'x', title: 'X', description: 'dez' }] },
          { title: '', rows: [{ key: 'y', title: 'Y' }] },
        ],
      },
      ['Qual?\n\n*A*\n1. X\n   dez\n\n2. Y'],
    ],
    [
      'ask',
      { question: 'Onde?', answer: 'choice', choices: ['Centro', 'Norte'] },
      ['Onde?\n\n1. Centro\n2. Norte'],
    ],
    ['ask', { question: 'Seu nome?', answer: 'text', choices: ['ignorada'] }, ['Seu nome?']],
    ['wait_reply', {}, []],
  ] as const)('%s', (kind, settings, expected) => {
    const words = wordsOf(kind, JSON.parse(JSON.stringify(settings)));
    expect(words.map(({ text }) => text)).toEqual(expected);
  });

  it.each([
    [
      { by: 'url', url: 'https://a.com/x/tabela.pdf?v=1' },
      '',
      { url: 'https://a.com/x/tabela.pdf?v=1', fileName: 'tabela.pdf' },
    ],
    [{ by: 'url', url: 'https://a.com/x' }, 'Preços.pdf', { url: 'https://a.com/x', fileName: 'Preços.pdf' }],
    [
      { by: 'file', fileId: 'f', mimeType: 'application/pdf' },
      '',
      { fileId: 'f', mimeType: 'application/pdf' },
    ],
  ])('a file from %j', (from, fileName, expected) => {
    const [words] = wordsOf('send_media', { type: 'document', from, caption: '', fileName });
    expect(words).toEqual({ text: '', file: { type: 'document', ...expected } });
  });
});

describe('what a reply is', () => {
  const listening = { kind: 'send_buttons', settings: { buttons: BUTTONS }, asked: 1 } as const;
  it.each([
    ['1', 'option:sim'],
    ['SIM, QUERO', 'option:sim'],
    ['nao', 'option:nao'],
    ['agora nao', 'option:nao'],
    ['3', 'other_reply'],
    ['quanto custa?', 'other_reply'],
  ])('%s is %s', (text, handle) => {
    expect(readReply(listening, { text }, now, flowTools)).toMatchObject({ end: { handle } });
  });

  it('a cancel word, when a flow waits', () => {
    const waiting: Listening = { kind: 'wait_reply', settings: { cancelWords: ['Parar'] }, asked: 1 };
    expect(readReply(waiting, { text: 'PARAR' }, now, flowTools)).toMatchObject({
      end: { handle: 'cancelled' },
    });
    expect(readReply(waiting, { text: 'não vou parar' }, now, flowTools)).toMatchObject({
      end: { handle: 'replied' },
    });
  });

  it.each([
    [undefined, 'sticker', true],
    [['text', 'button'], 'choice', true],
    [['text'], 'image', false],
  ])('of kinds %j, %s is listened for: %s', (types, kind, expected) => {
    expect(isListenedFor(types === undefined ? {} : { types }, kind)).toBe(expected);
  });
});

describe('ways out', () => {
  it.each([
    [personHasIt(['out', 'taken_over']), { handle: 'taken_over', output: null }],
    [personHasIt(['out']), { error: { type: 'person_has_it' } }],
    [timedOut(['timed_out']), { handle: 'timed_out', output: null }],
    [timedOut([]), { error: { type: 'timed_out' } }],
    [leaveBy(['x'], 'x', 'no_x', '', { a: 1 }), { handle: 'x', output: { a: 1 } }],
  ])('%j', (outcome, expected) => {
    expect(outcome).toMatchObject(expected);
  });
});
