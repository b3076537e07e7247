import { type AskSettings, answerAsk, pickOption, readAnswer } from './answers';
import { flowTools } from './expression/tools';

const NOW = { at: Date.parse('2026-11-20T15:00:00Z'), zone: 'America/Sao_Paulo' };
const ask = (more: Partial<AskSettings>): AskSettings => ({
  question: '?',
  answer: 'text',
  choices: [],
  rule: {},
  attempts: 2,
  retryText: '',
  cancelWords: [],
  ...more,
});
const read = (more: Partial<AskSettings>, text: string) => {
  const found = readAnswer(ask(more), { text }, NOW, flowTools);
  return found.ok ? found.value : undefined;
};

describe('an answer', () => {
  it.each<[AskSettings['answer'], string, unknown]>([
    ['cpf', 'é 529.982.247-25', '52998224725'],
    ['cpf', '52998224725', '52998224725'],
    ['cpf', '529.982.247-26', undefined],
    ['cpf', '111.111.111-11', undefined],
    ['cpf', '5299822472', undefined],
    ['cnpj', '11.222.333/0001-81', '11222333000181'],
    ['cnpj', '11.222.333/0001-82', undefined],
    ['cnpj', '12.ABC.345/01DE-35', '12ABC34501DE35'],
    ['email', 'meu e-mail é Ana@Exemplo.com.br, ok?', 'ana@exemplo.com.br'],
    ['email', 'ana@', undefined],
    ['phone', '(31) 98765-4321', '5531987654321'],
    ['phone', '31 8765-4321', '5531987654321'],
    ['phone', '+1 212 555 0100', '12125550100'],
    ['phone', '1234', undefined],
    ['date', '25/12/2026', '2026-12-25'],
    ['date', '25/12', '2026-12-25'],
    ['date', '01/02', '2027-02-01'],
    ['date', '3 de março de 1988', '1988-03-03'],
    ['date', '5/6/88', '1988-06-05'],
    ['date', 'amanhã', '2026-11-21'],
    ['date', '31/02/2026', undefined],
    ['date', 'sei lá', undefined],
    ['number', 'R$ 1.234,50', 1234.5],
    ['number', 'dois', undefined],
    ['url', 'www.exemplo.com/loja', 'https://www.exemplo.com/loja'],
    ['url', 'ana@exemplo.com', undefined],
    ['address', 'Rua das Flores, 120', 'Rua das Flores, 120'],
    ['address', 'aqui', undefined],
    ['text', '  oi ', 'oi'],
    ['text', '', undefined],
    ['file', 'segue', undefined],
  ])('%s: %j → %j', (answer, text, value) => {
    expect(read({ answer }, text)).toEqual(value);
  });

  it('keeps to its rule', () => {
    expect(read({ answer: 'number', rule: { least: 1, most: 5 } }, '6')).toBeUndefined();
    expect(read({ answer: 'text', rule: { least: 3 } }, 'oi')).toBeUndefined();
    expect(read({ answer: 'text', rule: { pattern: '^[A-Z]{3}\\d' } }, 'xyz')).toBeUndefined();
    expect(read({ answer: 'text', rule: { pattern: '^[A-Z]{3}\\d' } }, 'ABC1')).toBe('ABC1');
  });

  it('is a file, and what a file says where words were wanted', () => {
    const media = { tipo: 'audio', texto: '529.982.247-25' };
    expect(readAnswer(ask({ answer: 'file' }), { text: '', media }, NOW, flowTools)).toMatchObject({
      value: media,
    });
    expect(readAnswer(ask({ answer: 'cpf' }), { text: '', media }, NOW, flowTools)).toMatchObject({
      value: '52998224725',
    });
  });

  it.each([
    ['Sim', 0],
    ['sim!', 0],
    ['2', 1],
    ['opção 2', 1],
    ['3)', -1],
    ['nao', 1],
    ['quero não, obrigada', 1],
    ['', -1],
  ])('of the options Sim and Não: %j → %d', (said, index) => {
    expect(pickOption(['Sim', 'Não'], said)).toBe(index);
  });

  it('is asked for again as often as the node says, and then is invalid', () => {
    const settings = ask({ answer: 'cpf', attempts: 2, retryText: 'De novo?', cancelWords: ['Sair'] });
    const say = (asked: number, text: string) => answerAsk(settings, asked, { text }, NOW, flowTools);
    expect(say(1, 'x')).toEqual({ again: 'De novo?' });
    expect(say(2, 'x')).toEqual({ handle: 'invalid', output: { resposta: null, texto: 'x' } });
    expect(say(2, '52998224725')).toMatchObject({ handle: 'ok', output: { resposta: '52998224725' } });
    expect(say(1, ' sair')).toMatchObject({ handle: 'cancelled' });
  });

  it('that is hostile takes no time', () => {
    const long = `${'1'.repeat(30_000)}@${'a.'.repeat(30_000)}`;
    for (const answer of ['cpf', 'cnpj', 'email', 'phone', 'date', 'url', 'number', 'choice'] as const) {
      expect(() => read({ answer, choices: ['a', 'b'] }, long)).not.toThrow();
    }
  });
});
