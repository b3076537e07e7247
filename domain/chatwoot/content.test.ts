import { contentOf, isOwnSource, type Line, sourceIdOf } from './content';
import { localeOf } from '../locale';

const LINE: Line = {
  author: 'customer',
  kind: 'text',
  text: 'Oi',
  status: 'received',
  payload: null,
  words: null,
  hasFile: false,
};
const handedOver = (reason: string) => ({ cause: { type: 'handedOver', reason } });

describe('a line of the timeline, as Chatwoot shows it', () => {
  it.each<[string, Partial<Line>, string, string]>([
    ['what the customer says', {}, 'incoming', 'Oi'],
    ['what the AI says', { author: 'ai', status: 'sent' }, 'outgoing', 'Oi'],
    ['what a person here says', { author: 'human', status: 'delivered' }, 'outgoing', 'Oi'],
    [
      'what did not reach the customer',
      { author: 'ai', status: 'failed' },
      'note',
      'não foi entregue ao cliente:\n\nOi',
    ],
    ['a picture with its caption', { kind: 'image', hasFile: true }, 'incoming', 'Oi'],
    ['a picture without', { kind: 'image', text: '', hasFile: true }, 'incoming', ''],
    ['a picture that is not here', { kind: 'image' }, 'incoming', '[imagem] Oi'],
    [
      'a recording',
      { kind: 'audio', text: '', words: 'Que horas abre?', hasFile: true },
      'incoming',
      '🎙️ Que horas abre?',
    ],
    ['a recording that is lost', { kind: 'audio', text: '' }, 'incoming', '[áudio]'],
    [
      'a place',
      { kind: 'location', text: 'Praça', payload: { degreesLatitude: -25.43, degreesLongitude: -49.27 } },
      'incoming',
      'Praça\n\nhttps://www.google.com/maps?q=-25.43,-49.27',
    ],
    ['a sticker', { kind: 'sticker', text: '' }, 'incoming', '[figurinha]'],
    ['something new', { kind: 'poll', text: '' }, 'incoming', '[poll]'],
    [
      'a hand-over',
      { author: 'system', kind: 'event', payload: handedOver('flow') },
      'note',
      'uma automação pediu uma pessoa',
    ],
    [
      'a hand-over of tomorrow',
      { author: 'system', kind: 'event', payload: handedOver('moon') },
      'note',
      'moon',
    ],
  ])('%s', (_what, change, as, content) => {
    const shown = contentOf({ ...LINE, ...change }, 'pt-BR');
    expect(shown?.as).toBe(as);
    if (as === 'note') expect(shown?.content).toContain(content);
    else expect(shown?.content).toBe(content);
  });

  it.each<[string, Partial<Line>]>([
    ['what only happened', { author: 'system', kind: 'event', payload: { cause: { type: 'takenOver' } } }],
    ['what happened without a cause', { author: 'system', kind: 'event' }],
    ['what was written there', { author: 'human', payload: { via: 'chatwoot', by: 'Bia' } }],
  ])('does not show %s', (_what, change) => {
    expect(contentOf({ ...LINE, ...change }, 'pt-BR')).toBeUndefined();
  });

  it('speaks the language of the business', () => {
    expect(['pt-BR', 'pt-PT', 'en-GB', 'es-AR', 'fr'].map(localeOf)).toEqual([
      'pt-BR',
      'pt-BR',
      'en',
      'es',
      'pt-BR',
    ]);
    const line: Line = { ...LINE, kind: 'event', payload: handedOver('backlog') };
    expect(contentOf(line, 'es')?.content).toContain('esperaron demasiado');
    expect(contentOf(line, 'en')?.content).toContain('waited too long');
  });
});

describe('a source id', () => {
  it.each([
    [sourceIdOf('m1'), true],
    [sourceIdOf('m1', ':edited'), true],
    ['WAID:3EB0', false],
    [null, false],
  ])('%s is ours: %s', (sourceId, ours) => expect(isOwnSource(sourceId)).toBe(ours));
});
