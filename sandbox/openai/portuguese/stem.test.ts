import { stem } from './stem';
import { conceptOf } from './synonyms';
import { contentStems, normalise } from './words';

describe('stem', () => {
  it.each([
    ['aceita', 'aceitamos', 'aceitar', 'aceitam'],
    ['consulta', 'consultas', 'consultar'],
    ['horario', 'horarios'],
    ['pagamento', 'pagamentos', 'pagar'],
    ['cartao', 'cartoes'],
    ['agendamento', 'agendar', 'agenda'],
    ['exame', 'exames'],
    ['valor', 'valores'],
    ['funciona', 'funcionam', 'funcionamento'],
    ['sabado', 'sabados'],
    ['hospital', 'hospitais'],
  ])('%s and its family share a stem', (first, ...others) => {
    for (const other of others) expect(stem(other)).toBe(stem(first));
  });

  it('keeps different subjects apart', () => {
    const stems = ['consulta', 'convenio', 'exame', 'horario', 'valor', 'jejum', 'unimed'].map(stem);
    expect(new Set(stems).size).toBe(stems.length);
  });
});

describe('contentStems', () => {
  it('drops accents and words that say nothing', () => {
    expect(contentStems('Olá, qual é o horário de vocês?')).toEqual([stem('horario')]);
  });

  it('makes words of amounts and clock times', () => {
    expect(normalise('R$ 250 às 8:30')).toContain('reais');
    expect(contentStems('às 8:30')).toEqual(['8h30']);
    expect(conceptOf('8h30')?.name).toBe('hours');
  });
});
