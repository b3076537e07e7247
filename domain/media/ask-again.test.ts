import { askAgain, isAskAgain } from './ask-again';

describe('asking again for what could not be used (F21)', () => {
  it.each([
    ['a recording nobody could hear', [{ kind: 'audio', problem: 'expired' }], /ouvir o áudio/],
    [
      'two of them, once',
      [
        { kind: 'audio', problem: 'broken' },
        { kind: 'audio', problem: 'silent' },
      ],
      /ouvir o áudio/,
    ],
    ['a picture', [{ kind: 'image', problem: 'broken' }], /abrir a imagem/],
    ['a document', [{ kind: 'document', problem: 'unavailable' }], /abrir o arquivo/],
    ['a film', [{ kind: 'video', problem: 'expired' }], /abrir o arquivo/],
    ['what is too large', [{ kind: 'audio', problem: 'too_large' }], /grande demais/],
    [
      'several kinds at once',
      [
        { kind: 'audio', problem: 'broken' },
        { kind: 'image', problem: 'expired' },
      ],
      /tudo o que/,
    ],
  ] as const)('asks for %s', (_what, files, expected) => {
    const words = askAgain([...files]);
    expect(words).toMatch(expected);
    expect(words).toMatch(/Pode .+\?$/);
    expect(isAskAgain(words)).toBe(true);
  });

  it('knows its own question from other words', () => {
    expect(isAskAgain('Não consegui ouvir o áudio.')).toBe(false);
  });
});
