import type { ChatMessage } from './chat-request';
import { reply } from './reply';

const clinic: [title: string, text: string][] = [
  [
    'Horários',
    'Atendemos de segunda a sexta, das 8h às 18h. Aos sábados, das 8h às 12h. Fechamos aos domingos e feriados.',
  ],
  [
    'Convênios e pagamento',
    'Aceitamos Unimed, Bradesco Saúde e SulAmérica. Para particular, aceitamos Pix, cartão de crédito e dinheiro.',
  ],
  [
    'Exames',
    'O ultrassom de abdome precisa de jejum de 6 horas. O ultrassom obstétrico não precisa de preparo.\n- Raio-X: sem preparo.',
  ],
  ['Valores', 'Consulta com a Dra. Paula: R$ 250,00. Retorno em até 30 dias não é cobrado.'],
  [
    'Onde estamos',
    'Estamos na Av. Sete de Setembro, 1200, no Centro de Curitiba. Há estacionamento conveniado ao lado.',
  ],
];

const school: [title: string, text: string][] = [
  [
    'Escola',
    'Horários de aula: manhã das 7h30 às 12h; tarde das 13h às 17h30. Há período integral até 18h30.',
  ],
  ['Escola', 'Mensalidade da educação infantil: R$ 1.150,00. Mensalidade do fundamental: R$ 1.290,00.'],
  ['Escola', 'Irmãos têm 10% de desconto. Para matricular, traga certidão de nascimento, RG e CPF.'],
];

const shop: [title: string, text: string][] = [
  ['Loja', 'Entregamos em toda a cidade em até 2 dias úteis. O frete é grátis acima de R$ 200.'],
  ['Loja', 'Trocas em até 7 dias com a nota fiscal.'],
  ['Loja', 'Aceitamos cartão em até 6x sem juros, Pix com 5% de desconto e boleto.'],
  ['Loja', 'Tênis Corrida Leve: R$ 349,90, do 34 ao 43. Camiseta Dry: R$ 79,90, P ao GG.'],
  ['Loja', 'Funcionamos de segunda a sábado, das 9h às 19h.'],
];

function ask(...texts: string[]): ReturnType<typeof reply> {
  return reply([system(clinic), ...texts.map((text): ChatMessage => ({ role: 'user', text }))]);
}

function system(passages: [string, string][]): ChatMessage {
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const inside = passages.map(
    ([title, text], index) => `<passage id="${index + 1}" title="${escape(title)}">${escape(text)}</passage>`,
  );
  return { role: 'system', text: `Você atende a clínica.\n<passages>\n${inside.join('\n')}\n</passages>` };
}

describe('reply', () => {
  it.each([
    ['Oi! O ultrassom precisa de jejum?', 'jejum de 6 horas', '3'],
    ['Vocês aceitam Unimed?', 'Aceitamos Unimed', '2'],
    ['quanto custa a consulta?', 'R$ 250,00', '4'],
    ['Qual o valor da consulta?', 'R$ 250,00', '4'],
    ['que horas vocês abrem?', 'das 8h às 18h', '1'],
    ['Abre no sábado?', 'Aos sábados, das 8h às 12h.', '1'],
    ['Qual é o endereço?', 'Av. Sete de Setembro, 1200', '5'],
    ['onde fica a clinica?', 'Av. Sete de Setembro', '5'],
    ['tem estacionamento?', 'estacionamento conveniado', '5'],
    ['Posso pagar com cartão?', 'cartão de crédito', '2'],
    ['posso pagar no pix', 'Pix', '2'],
    ['o raio-x tem preparo?', 'Raio-X: sem preparo.', '3'],
  ])('answers "%s" with the right quote', (question, quote, passage) => {
    const answer = ask(question);
    expect(answer.answer).toContain(quote);
    expect(answer.intent).toBe('question');
    expect(answer.support).not.toBe('none');
    expect(answer.passages).toContain(passage);
  });

  it.each([
    [school, 'qual o valor da mensalidade?', 'full', 'infantil: R$ 1.150,00. Mensalidade do fundamental'],
    [school, 'quanto custa o infantil', 'full', 'R$ 1.150,00.'],
    [school, 'Boa tarde, qual o horario da tarde?', 'full', 'tarde das 13h às 17h30.'],
    [school, 'tem desconto pra irmão?', 'full', 'Irmãos têm 10% de desconto.'],
    [school, 'tem aula de inglês?', 'none', 'Não encontrei'],
    [shop, 'quanto tempo demora a entrega?', 'full', 'até 2 dias úteis'],
    [shop, 'parcela em quantas vezes?', 'full', '6x sem juros'],
    [shop, 'tem tênis 42?', 'full', 'do 34 ao 43'],
    [shop, 'abre domingo?', 'full', 'segunda a sábado'],
    [shop, 'tem garantia?', 'partial', 'Trocas em até 7 dias'],
    [shop, 'meu pedido não chegou', 'none', 'Não encontrei'],
  ])('knows its way around any business: %#', (passages, question, support, quote) => {
    const answer = reply([system(passages), { role: 'user', text: question }]);
    expect(answer.answer).toContain(quote);
    expect(answer.support).toBe(support);
  });

  it('quotes what stands under a heading, not the heading', () => {
    const text =
      'HORÁRIO DE ATENDIMENTO\nAbrimos às 8h de segunda a sexta.\n\nFormas de pagamento\nPix e cartão.';
    const to = (question: string) =>
      reply([system([['Meu Conhecimento', text]]), { role: 'user', text: question }]);
    expect(to('qual o horário de atendimento?').answer).toMatch(/^Abrimos às 8h de segunda a sexta./);
    expect(to('quais as formas de pagamento?').answer).toBe('Pix e cartão.');
  });

  it.each([
    'Vocês fazem cirurgia de catarata?',
    'Consigo remarcar para quinta à tarde?',
    'Aceita Amil?',
    'Vocês vendem passagem de avião?',
    'qual o telefone do pediatra?',
  ])('says that it does not know: "%s"', (question) => {
    expect(ask(question)).toEqual({
      intent: 'question',
      answer: 'Não encontrei essa informação.',
      support: 'none',
      passages: [],
    });
  });

  it.each([
    'Quero falar com uma pessoa',
    'quero um atendente por favor',
    'posso falar com alguém da recepção?',
    'Me passa pra um humano',
    'atendente',
    'Não quero falar com robô!',
    'I want to talk to a person',
    'quiero hablar con una persona',
    'Queria conversar com a secretária',
    'tem como chamar um atendente?',
  ])('hands over when asked for a person: "%s"', (text) => {
    expect(ask(text)).toEqual({ intent: 'person', answer: '', support: 'none', passages: [] });
  });

  it.each([
    'Quantas pessoas trabalham aí?',
    'A consulta é para uma pessoa idosa, qual o valor?',
    'Vocês têm pessoas para entrega?',
  ])('does not take "%s" for that', (text) => {
    expect(ask(text).intent).toBe('question');
  });

  it.each([
    ['Oi', 'Olá! Como posso ajudar?'],
    ['Bom dia, tudo bem?', 'Olá! Como posso ajudar?'],
    ['Muito obrigada!', 'Por nada! Se precisar de mais alguma coisa, é só chamar.'],
    ['ok, obrigado', 'Por nada! Se precisar de mais alguma coisa, é só chamar.'],
    ['Tchau, até mais', 'Até logo! Quando quiser, é só chamar.'],
    ['👍', 'Certo! Se precisar de mais alguma coisa, é só chamar.'],
  ])('is polite to "%s"', (text, answer) => {
    expect(ask(text)).toEqual({ intent: 'smalltalk', answer, support: 'full', passages: [] });
  });

  it('answers each of two questions', () => {
    const answer = ask('Qual o horário? E aceita Unimed?');
    expect(answer.answer).toContain('das 8h às 18h');
    expect(answer.answer).toContain('Unimed');
    expect(answer.support).toBe('full');
    expect(answer.passages).toEqual(expect.arrayContaining(['1', '2']));
  });

  it('answers what it can and admits the rest', () => {
    const answer = ask('Aceita Unimed? E fazem cirurgia de catarata?');
    expect(answer.answer).toMatch(/Unimed.*Sobre o restante, não encontrei essa informação\.$/);
    expect(answer.support).toBe('partial');
  });

  it('reads several bubbles as one message', () => {
    const answer = ask('Oi', 'tudo bem?', 'queria saber', 'o ultrassom', 'precisa de jejum?');
    expect(answer.answer).toContain('jejum de 6 horas');
    expect(answer.support).toBe('full');
  });

  it('looks only at what nobody has answered yet', () => {
    const answer = reply([
      system(clinic),
      { role: 'user', text: 'Quero falar com uma pessoa' },
      { role: 'assistant', text: 'Claro!' },
      { role: 'user', text: 'Aceita Unimed?' },
    ]);
    expect(answer.intent).toBe('question');
  });

  it('reads escaped passages and questions with their answers', () => {
    const answer = reply([
      system([
        ['FAQ', 'Qual o prazo de entrega?\nEntregamos em 3 dias úteis.\nTem taxa <extra>?\nNão & nunca.'],
      ]),
      { role: 'user', text: 'qual o prazo?' },
    ]);
    expect(answer.answer).toBe('Entregamos em 3 dias úteis.');
    const fee = reply([
      system([['FAQ', 'Tem taxa <extra>?\nNão & nunca.']]),
      { role: 'user', text: 'tem taxa extra?' },
    ]);
    expect(fee.answer).toBe('Não & nunca.');
  });

  it('knows nothing without passages', () => {
    expect(reply([{ role: 'user', text: 'Qual o horário?' }]).support).toBe('none');
  });

  it('says the same every time, in a few milliseconds', () => {
    const filler: [string, string][] = Array.from({ length: 8 }, (_, index) => [
      `Assunto ${index}`,
      'A política de atendimento da empresa prevê retorno em dias úteis conforme o contrato. '.repeat(12),
    ]);
    const messages: ChatMessage[] = [
      system([...filler, ...clinic]),
      { role: 'user', text: 'Qual o horário? E aceita Unimed?' },
    ];
    const times = Array.from({ length: 30 }, () => {
      const began = performance.now();
      expect(reply(messages)).toEqual(reply(messages));
      return (performance.now() - began) / 2;
    }).sort((a, b) => a - b);
    expect(times[15]).toBeLessThan(5);
  });
});
