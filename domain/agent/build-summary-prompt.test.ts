import { buildSummaryPrompt } from './build-summary-prompt';

const heard = { id: 'm', fileName: null, words: 'Que horas abre?', problem: null, settled: true };
const timeline = [
  { seq: 1, author: 'customer' as const, kind: 'text', text: 'Quero\nremarcar' },
  { seq: 2, author: 'customer' as const, kind: 'audio', text: '', media: heard },
];

describe('buildSummaryPrompt', () => {
  it('gives the conversation as data, in one message of its own', () => {
    const [instructions, conversation] = buildSummaryPrompt({ locale: 'pt-BR', timeline });
    expect(instructions?.role).toBe('system');
    expect(conversation).toEqual({
      role: 'user',
      content: 'Resuma:\nCliente: Quero remarcar\nCliente: [áudio] Que horas abre?',
    });
  });

  it.each([
    ['pt-BR', 'português do Brasil'],
    ['es', 'espanhol'],
    ['en-US', 'inglês'],
  ])('asks for the language of the tenant: %s', (locale, language) => {
    expect(buildSummaryPrompt({ locale, timeline })[0]?.content).toContain(`Escreva em ${language},`);
  });
});
