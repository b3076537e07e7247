import { complete } from './complete';
import { parseChatRequest } from './chat-request';

const passages = '<passages><passage id="1" title="Horários">Abrimos das 8h às 18h.</passage></passages>';

function ask(
  messages: { role: string; content: string }[],
  schema?: { name: string; schema: object },
): string {
  const format =
    schema === undefined ? {} : { response_format: { type: 'json_schema', json_schema: schema } };
  return complete(parseChatRequest({ model: 'gpt-4o-mini', messages, ...format }));
}

const replySchema = {
  name: 'reply',
  schema: {
    type: 'object',
    properties: {
      intent: { type: 'string', enum: ['question', 'smalltalk', 'person'] },
      answer: { type: 'string' },
      support: { type: 'string', enum: ['full', 'partial', 'none'] },
      passages: { type: 'array', items: { type: 'string' } },
    },
    required: ['intent', 'answer', 'support', 'passages'],
    additionalProperties: false,
  },
};

describe('complete', () => {
  it('answers the reply schema as JSON', () => {
    const text = ask(
      [
        { role: 'system', content: `Resuma quando pedirem. ${passages}` },
        { role: 'user', content: 'Qual o horário?' },
      ],
      replySchema,
    );
    expect(JSON.parse(text)).toEqual({
      intent: 'question',
      answer: 'Abrimos das 8h às 18h.',
      support: 'full',
      passages: ['1'],
    });
  });

  it('fills any other schema with what fits', () => {
    const schema = {
      name: 'analysis',
      schema: {
        type: 'object',
        properties: {
          summary: { type: 'string' },
          mood: { type: 'string', enum: ['calm', 'angry'] },
          topics: { type: 'array', items: { type: 'string' } },
          score: { type: ['number', 'null'] },
          urgent: { type: 'boolean' },
        },
      },
    };
    const text = ask([{ role: 'user', content: 'Resuma:\nCliente pediu ultrassom para quinta.' }], schema);
    expect(JSON.parse(text)).toEqual({
      summary: 'Cliente pediu ultrassom para quinta.',
      mood: 'calm',
      topics: [],
      score: 0,
      urgent: false,
    });
  });

  it('answers plain text without a schema', () => {
    const say = (content: string) =>
      ask([
        { role: 'system', content: passages },
        { role: 'user', content },
      ]);
    expect(say('Qual o horário?')).toBe('Abrimos das 8h às 18h.');
    expect(say('Quero um atendente')).toBe('Vou chamar uma pessoa da equipe para falar com você.');
    expect(say('Fazem cirurgia?')).toBe('Não encontrei essa informação.');
  });

  it('tells a transcript as what was asked, what was said and what is open', () => {
    const transcript = [
      'Resuma:',
      'Cliente: Abre aos sábados?',
      'Assistente: Sim, das 8h às 12h.',
      'Acontecimento: A IA passou a conversa para a equipe.',
      'Cliente: Quero falar com uma pessoa',
    ].join('\n');
    const system = { role: 'system' as const, content: 'Resuma a conversa abaixo para a equipe.' };
    expect(ask([system, { role: 'user', content: transcript }])).toBe(
      'O cliente escreveu: “Abre aos sábados?”. Foi respondido: “Sim, das 8h às 12h.”. Em aberto: “Quero falar com uma pessoa”.',
    );
  });

  it('summarises a conversation in its own sentences', () => {
    const summary = ask([
      { role: 'system', content: 'Resuma a conversa para a equipe.' },
      { role: 'user', content: 'Oi! O ultrassom de abdome precisa de jejum?' },
      { role: 'assistant', content: 'Sim, jejum de 6 horas.' },
      { role: 'user', content: 'Ok. Consigo remarcar o meu exame para quinta à tarde?' },
    ]);
    expect(summary).toContain('remarcar o meu exame para quinta à tarde');
    expect(summary).toContain('ultrassom de abdome precisa de jejum');
    expect(summary).not.toContain('Ok.');
  });
});
