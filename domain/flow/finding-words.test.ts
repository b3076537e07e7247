import { FINDINGS, type FindingCode, finding } from './finding';
import { FINDING_WORDS, wordFinding } from './finding-words';

describe('the words of findings', () => {
  it.each(Object.keys(FINDINGS) as FindingCode[])('%s has them in three languages', (code) => {
    const words = FINDING_WORDS[code];
    expect(words).toHaveLength(3);
    expect(new Set(words).size).toBe(3);
    expect(words.every((each) => each.length > 10 && /[.:]$/.test(each))).toBe(true);
  });

  it('name what was found, and where', () => {
    const found = finding('too_many_buttons', { nodeId: 'b', field: 'buttons', data: { most: 3 } });
    expect(wordFinding(found, 'pt-BR')).toEqual({
      code: 'too_many_buttons',
      severity: 'error',
      nodeId: 'b',
      field: 'buttons',
      data: { most: 3 },
      message: 'O WhatsApp mostra até 3 botões. Use uma lista.',
    });
    const settings = finding('invalid_settings', { field: 'messages.0' });
    expect(wordFinding(settings, 'en')).toMatchObject({
      nodeId: null,
      message: 'To be filled in, or wrong: messages.0.',
    });
  });
});
