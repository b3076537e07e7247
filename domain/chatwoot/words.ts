import type { Locale } from '../locale';
import type { MediaKind } from '../media/media';

interface Words {
  handoff(reason: string): string;
  summary(text: string): string;
  transcription(words: string): string;
  notDelivered: string;
  yoursNotDelivered: string;
  edited(text: string): string;
  deleted: string;
  tooLong(characters: number): string;
  merged: string;
  somebody: string;
  kind(kind: string): string;
}

const REASONS: Record<Locale, Record<string, string>> = {
  'pt-BR': {
    low_confidence: 'não tinha certeza da resposta',
    person_requested: 'o cliente pediu uma pessoa',
    provider_failure: 'o serviço de IA falhou',
    backlog: 'as mensagens esperaram tempo demais para uma resposta automática',
    outside_hours: 'chegou fora do horário de atendimento',
    flow: 'uma automação pediu uma pessoa',
  },
  en: {
    low_confidence: 'it was not sure of the answer',
    person_requested: 'the customer asked for a person',
    provider_failure: 'the AI service failed',
    backlog: 'the messages had waited too long for an automatic answer',
    outside_hours: 'it came outside opening hours',
    flow: 'an automation asked for a person',
  },
  es: {
    low_confidence: 'no estaba segura de la respuesta',
    person_requested: 'el cliente pidió una persona',
    provider_failure: 'el servicio de IA falló',
    backlog: 'los mensajes esperaron demasiado para una respuesta automática',
    outside_hours: 'llegó fuera del horario de atención',
    flow: 'una automatización pidió una persona',
  },
};

type Kinds = Record<MediaKind | 'sticker' | 'location' | 'contact', string>;
const KINDS: Record<Locale, Kinds> = {
  'pt-BR': {
    audio: 'áudio',
    image: 'imagem',
    video: 'vídeo',
    document: 'documento',
    sticker: 'figurinha',
    location: 'localização',
    contact: 'contato',
  },
  en: {
    audio: 'audio',
    image: 'image',
    video: 'video',
    document: 'document',
    sticker: 'sticker',
    location: 'location',
    contact: 'contact',
  },
  es: {
    audio: 'audio',
    image: 'imagen',
    video: 'video',
    document: 'documento',
    sticker: 'sticker',
    location: 'ubicación',
    contact: 'contacto',
  },
};

const kindIn = (locale: Locale) => (kind: string) => {
  const names: Partial<Record<string, string>> = KINDS[locale];
  return `[${names[kind] ?? kind}]`;
};

/** What we say to people at Chatwoot, in the language of their business. */
export const CHATWOOT_WORDS: Record<Locale, Words> = {
  'pt-BR': {
    handoff: (reason) =>
      `🤖➡️🧑 A IA passou a conversa para a equipe: ${REASONS['pt-BR'][reason] ?? reason}.`,
    summary: (text) => `📝 Resumo da conversa\n\n${text}`,
    transcription: (words) => `🎙️ ${words}`,
    notDelivered: '⚠️ Esta mensagem não foi entregue ao cliente:',
    yoursNotDelivered: '⚠️ Sua mensagem não foi entregue ao cliente pelo WhatsApp.',
    edited: (text) => `✏️ A mensagem foi editada:\n\n${text}`,
    deleted: '🗑️ A mensagem foi apagada.',
    tooLong: (characters) =>
      `⚠️ Não enviada: o WhatsApp aceita até ${characters} caracteres por mensagem. Divida o texto e envie de novo.`,
    merged: '🔗 Este contato foi unido a outro; a conversa continua na dele.',
    somebody: 'Cliente',
    kind: kindIn('pt-BR'),
  },
  en: {
    handoff: (reason) =>
      `🤖➡️🧑 The AI handed the conversation to the team: ${REASONS.en[reason] ?? reason}.`,
    summary: (text) => `📝 Summary of the conversation\n\n${text}`,
    transcription: (words) => `🎙️ ${words}`,
    notDelivered: '⚠️ This message did not reach the customer:',
    yoursNotDelivered: '⚠️ Your message did not reach the customer on WhatsApp.',
    edited: (text) => `✏️ The message was edited:\n\n${text}`,
    deleted: '🗑️ The message was deleted.',
    tooLong: (characters) =>
      `⚠️ Not sent: WhatsApp takes up to ${characters} characters a message. Split the text and send it again.`,
    merged: '🔗 This contact was merged into another; the conversation goes on there.',
    somebody: 'Customer',
    kind: kindIn('en'),
  },
  es: {
    handoff: (reason) => `🤖➡️🧑 La IA pasó la conversación al equipo: ${REASONS.es[reason] ?? reason}.`,
    summary: (text) => `📝 Resumen de la conversación\n\n${text}`,
    transcription: (words) => `🎙️ ${words}`,
    notDelivered: '⚠️ Este mensaje no llegó al cliente:',
    yoursNotDelivered: '⚠️ Su mensaje no llegó al cliente por WhatsApp.',
    edited: (text) => `✏️ El mensaje fue editado:\n\n${text}`,
    deleted: '🗑️ El mensaje fue eliminado.',
    tooLong: (characters) =>
      `⚠️ No enviado: WhatsApp acepta hasta ${characters} caracteres por mensaje. Divida el texto y envíelo de nuevo.`,
    merged: '🔗 Este contacto se unió a otro; la conversación sigue allí.',
    somebody: 'Cliente',
    kind: kindIn('es'),
  },
};
