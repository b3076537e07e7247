import { parseModelReply } from './model-reply';

const reply = { intent: 'question', answer: 'Sim, às 8h.', support: 'full', passages: ['1'] };

describe('parseModelReply', () => {
  it.each([
    ['JSON', JSON.stringify(reply)],
    ['JSON in a code fence', '```json\n' + JSON.stringify(reply, null, 2) + '\n```'],
    ['JSON with white space around it', `\n  ${JSON.stringify(reply)}  \n`],
  ])('reads %s', (_what, content) => {
    expect(parseModelReply(content)).toEqual({ kind: 'structured', reply });
  });

  it('keeps prose apart from what was asked for', () => {
    expect(parseModelReply('Sim, às 8h.')).toEqual({ kind: 'plain', text: 'Sim, às 8h.' });
  });

  it.each([
    ['nothing', ''],
    ['an empty fence', '```json\n```'],
    ['a cut JSON', '{"intent":"question","answer":"Si'],
    ['JSON of another shape', '{"reply":"Sim"}'],
    ['an unknown intent', JSON.stringify({ ...reply, intent: 'sell' })],
    ['a field too many', JSON.stringify({ ...reply, debug: true })],
    ['a list', '[1,2]'],
    ['noise', '@@@ }{ ###'],
    ['the tokens of a chat template', 'Claro, <|im_end|> posso ajudar'],
  ])('never turns %s into a message', (_what, content) => {
    expect(parseModelReply(content)).toEqual({ kind: 'garbage' });
  });
});
