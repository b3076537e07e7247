import type { MediaKind, MediaProblem } from '../media/media';
import { isMediaKind } from '../media/media';

/** What is known of the file that a message carries. */
export interface EntryMedia {
  id: string;
  fileName: string | null;
  /** What was said in it, or what it shows; null when nobody could tell. */
  words: string | null;
  problem: MediaProblem | null;
  /** Nothing more will happen to it. */
  settled: boolean;
}

interface Entry {
  kind: string;
  text: string;
  media?: EntryMedia | undefined;
}

const NAMES: Record<MediaKind, string> = {
  audio: 'áudio',
  image: 'imagem',
  video: 'vídeo',
  document: 'documento',
};

/** What a customer's message says to somebody who looks for it in the knowledge: marks left out. */
export function spokenWords(entry: Entry): string {
  return [entry.text, entry.media?.words ?? ''].filter((text) => text !== '').join('\n');
}

/** A message as the model sees it: "[áudio] Que horas abre?", "[imagem: um pedido médico] Quanto custa?". */
export function asModelSees(entry: Entry): string {
  const { kind, text, media } = entry;
  if (media === undefined || !isMediaKind(kind)) return text === '' ? `[${kind}]` : text;
  if (kind === 'audio' && media.words !== null) return `[áudio] ${media.words}`;
  const detail = kind === 'image' ? media.words : kind === 'document' ? media.fileName : null;
  const mark = detail === null ? `[${NAMES[kind]}]` : `[${NAMES[kind]}: ${withoutBrackets(detail)}]`;
  return text === '' ? mark : `${mark} ${text}`;
}

/** What a mark holds must not look like the end of it. */
function withoutBrackets(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('[', '(').replaceAll(']', ')').slice(0, 2_000);
}
