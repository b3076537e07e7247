import { flowTools } from '../expression/tools';
import { holdsKeyword, matchMessage, type MessageFacts } from './match-message';

const CHANNEL = 'numero';
const trigger = (settings: object, sinceLastMs: number | null = null) => ({
  flowId: JSON.stringify(settings),
  settings: { channels: [CHANNEL], ...settings },
  sinceLastMs,
});
const keyword = (word: string, match = 'contains') => ({ filter: { by: 'keyword', match, words: [word] } });
const saying = (text: string, change: Partial<MessageFacts> & { kind?: string } = {}): MessageFacts => ({
  channelId: CHANNEL,
  newContact: false,
  messages: [{ id: 'm1', kind: change.kind ?? 'text', text }],
  ...change,
});
const begins = (settings: object, facts: MessageFacts, sinceLastMs: number | null = null) =>
  matchMessage([trigger(settings, sinceLastMs)], facts, flowTools) !== undefined;

describe('keywords', () => {
  it.each([
    ['equals', 'Oi', 'oi!', true],
    ['equals', 'promoção', 'PROMOCAO', true],
    ['equals', 'oi', 'oi, tudo bem?', false],
    ['starts', 'quero agendar', 'Quero  agendar um exame', true],
    ['starts', 'agendar', 'quero agendar', false],
    ['contains', 'agendar', 'queria AGENDAR amanhã', true],
    ['contains', 'preço', 'quais os preços?', true],
    ['contains', 'oi', 'boa noite', false],
    ['contains', '👍', 'tudo certo 👍', true],
    ['contains', '   ', 'qualquer coisa', false],
  ] as const)('%s %s in "%s": %s', (match, word, text, expected) => {
    expect(holdsKeyword(match, word, text)).toBe(expected);
  });
});

describe('a message trigger wants', () => {
  it.each([
    ['any message', {}, saying('oi'), true],
    ['nothing of another number', {}, saying('oi', { channelId: 'outro' }), false],
    ['no stickers', {}, saying('', { kind: 'sticker' }), false],
    ['only the kinds it names', { types: ['image'] }, saying('foto', { kind: 'image' }), true],
    ['a tapped button', { types: ['button'] }, saying('Sim', { kind: 'choice' }), true],
    ['a pattern', { filter: { by: 'pattern', pattern: '^pedido \\d+$' } }, saying('Pedido 42'), true],
    ['no other words', { filter: { by: 'pattern', pattern: '^pedido \\d+$' } }, saying('pedido'), false],
    ['nothing by a broken pattern', { filter: { by: 'pattern', pattern: '(' } }, saying('('), false],
    ['new contacts', { newContactsOnly: true }, saying('oi', { newContact: true }), true],
    ['only new contacts', { newContactsOnly: true }, saying('oi'), false],
    ['nothing it cannot read', { filter: { by: 'moon' } }, saying('oi'), false],
  ])('%s', (_, settings, facts, expected) => {
    expect(begins(settings, facts)).toBe(expected);
  });

  it.each([
    [null, true],
    [59_999, false],
    [60_000, true],
  ])('a contact again only after its cooldown: %s ms since', (since, expected) => {
    expect(begins({ cooldownSeconds: 60 }, saying('oi'), since)).toBe(expected);
  });

  it('the first that wants a message has it, and every message is asked about', () => {
    const messages = [
      { id: 'm1', kind: 'text', text: 'bom dia' },
      { id: 'm2', kind: 'text', text: 'quero agendar' },
    ];
    const [first, second] = [trigger(keyword('agendar')), trigger({})];
    const facts = saying('', { messages });
    expect(matchMessage([first, second], facts, flowTools)).toMatchObject({
      trigger: first,
      message: { id: 'm2' },
    });
    expect(matchMessage([second, first], facts, flowTools)).toMatchObject({
      trigger: second,
      message: { id: 'm1' },
    });
  });
});

describe('intents', () => {
  const intent = (labels: string[], threshold = 0.6) =>
    trigger({ filter: { by: 'intent', labels, threshold } });
  const facts = saying('queria marcar uma consulta');

  it('asks the model once, for all labels, and only when nothing before it matched', () => {
    const triggers = [intent(['agendar']), intent(['agendar', 'reclamar'])];
    expect(matchMessage(triggers, facts, flowTools)).toEqual({ ask: ['agendar', 'reclamar'] });
    expect(matchMessage([trigger(keyword('consulta')), ...triggers], facts, flowTools)).toMatchObject({
      message: { id: 'm1' },
    });
  });

  it.each([
    [[{ label: 'agendar', confidence: 0.6 }], true],
    [[{ label: 'agendar', confidence: 0.59 }], false],
    [[{ label: 'reclamar', confidence: 1 }], false],
    [[], false],
    [null, false],
  ])('begins by what the model says: %j', (intents, expected) => {
    const matched = matchMessage([intent(['agendar'])], facts, flowTools, intents);
    expect(matched !== undefined).toBe(expected);
  });

  it('goes on to the next trigger when the model says something else', () => {
    const any = trigger({});
    const matched = matchMessage([intent(['agendar']), any], facts, flowTools, []);
    expect(matched).toMatchObject({ trigger: any, intent: null });
  });
});
