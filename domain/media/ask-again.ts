import type { MediaKind, MediaProblem } from './media';

const WORDS = {
  audio: 'Não consegui ouvir o áudio. Pode escrever ou enviar de novo?',
  image: 'Não consegui abrir a imagem. Pode enviar de novo ou escrever o que precisa?',
  file: 'Não consegui abrir o arquivo. Pode enviar de novo ou escrever o que precisa?',
  several: 'Não consegui abrir tudo o que você enviou. Pode enviar de novo ou escrever o que precisa?',
  tooLarge: 'O arquivo é grande demais para eu abrir. Pode enviar um menor ou escrever o que precisa?',
};
const ALL = new Set(Object.values(WORDS));

/** Asks the customer, once and kindly, for what could not be used. Never says what went wrong inside. */
export function askAgain(files: { kind: MediaKind; problem: MediaProblem }[]): string {
  const asked = new Set(files.map(wordsFor));
  const [only] = asked;
  return only === undefined || asked.size > 1 ? WORDS.several : only;
}

function wordsFor({ kind, problem }: { kind: MediaKind; problem: MediaProblem }): string {
  if (problem === 'too_large') return WORDS.tooLarge;
  return kind === 'audio' ? WORDS.audio : kind === 'image' ? WORDS.image : WORDS.file;
}

/** Whether a text of ours was such a question: who was asked once and sends the like again needs a person. */
export function isAskAgain(text: string): boolean {
  return ALL.has(text);
}
