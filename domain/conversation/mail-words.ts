import type { Locale } from '../locale';
import type { HandoffReason } from './state';

/** What mails to the team say, without their ends of lines. */
export interface MailWords {
  /** A customer without a name. */
  somebody: string;
  /** In place of a colleague who is not known. */
  team: string;
  summary: string;
  open(link: string): string;
  handoff: {
    subject(customer: string): string;
    text(customer: string, business: string): string;
    reason(reason: HandoffReason): string;
  };
  /** `level`: 1 the first time in a waiting period, 2 the last. */
  waiting: {
    subject(customer: string, level: 1 | 2): string;
    text(customer: string, business: string): string;
  };
  transfer: { subject(customer: string): string; text(by: string, customer: string, to: string): string };
}

const REASONS: Record<Locale, Record<HandoffReason, string>> = {
  'pt-BR': {
    low_confidence: 'a IA não encontrou a resposta com segurança',
    person_requested: 'o cliente pediu para falar com uma pessoa',
    provider_failure: 'a IA está indisponível no momento',
    backlog: 'a mensagem ficou parada por tempo demais para a IA responder',
    outside_hours: 'o cliente escreveu fora do horário de atendimento',
    flow: 'uma automação chamou uma pessoa',
  },
  en: {
    low_confidence: 'the AI did not find the answer with certainty',
    person_requested: 'the customer asked to talk to a person',
    provider_failure: 'the AI is unavailable at the moment',
    backlog: 'the message had waited too long for the AI to answer',
    outside_hours: 'the customer wrote outside opening hours',
    flow: 'an automation called a person',
  },
  es: {
    low_confidence: 'la IA no encontró la respuesta con seguridad',
    person_requested: 'el cliente pidió hablar con una persona',
    provider_failure: 'la IA no está disponible en este momento',
    backlog: 'el mensaje esperó demasiado para que la IA respondiera',
    outside_hours: 'el cliente escribió fuera del horario de atención',
    flow: 'una automatización llamó a una persona',
  },
};

export const MAIL_WORDS: Record<Locale, MailWords> = {
  'pt-BR': {
    somebody: 'Um cliente',
    team: 'A equipe',
    summary: 'Resumo:',
    open: (link) => `Abrir a conversa: ${link}`,
    handoff: {
      subject: (customer) => `Atendimento pendente: ${customer}`,
      text: (customer, business) => `${customer} espera por uma pessoa em ${business}.`,
      reason: (reason) => `Motivo: ${REASONS['pt-BR'][reason]}.`,
    },
    waiting: {
      subject: (customer, level) =>
        level === 1 ? `Cliente esperando: ${customer}` : `Cliente ainda esperando: ${customer}`,
      text: (customer, business) => `${customer} continua sem resposta de uma pessoa em ${business}.`,
    },
    transfer: {
      subject: (customer) => `Conversa transferida: ${customer}`,
      text: (by, customer, to) => `${by} transferiu a conversa com ${customer} para ${to}.`,
    },
  },
  en: {
    somebody: 'A customer',
    team: 'The team',
    summary: 'Summary:',
    open: (link) => `Open the conversation: ${link}`,
    handoff: {
      subject: (customer) => `Waiting for a person: ${customer}`,
      text: (customer, business) => `${customer} is waiting for a person at ${business}.`,
      reason: (reason) => `Reason: ${REASONS.en[reason]}.`,
    },
    waiting: {
      subject: (customer, level) =>
        level === 1 ? `Customer waiting: ${customer}` : `Customer still waiting: ${customer}`,
      text: (customer, business) => `${customer} still has no answer from a person at ${business}.`,
    },
    transfer: {
      subject: (customer) => `Conversation transferred: ${customer}`,
      text: (by, customer, to) => `${by} transferred the conversation with ${customer} to ${to}.`,
    },
  },
  es: {
    somebody: 'Un cliente',
    team: 'El equipo',
    summary: 'Resumen:',
    open: (link) => `Abrir la conversación: ${link}`,
    handoff: {
      subject: (customer) => `Atención pendiente: ${customer}`,
      text: (customer, business) => `${customer} espera a una persona en ${business}.`,
      reason: (reason) => `Motivo: ${REASONS.es[reason]}.`,
    },
    waiting: {
      subject: (customer, level) =>
        level === 1 ? `Cliente esperando: ${customer}` : `Cliente todavía esperando: ${customer}`,
      text: (customer, business) => `${customer} sigue sin respuesta de una persona en ${business}.`,
    },
    transfer: {
      subject: (customer) => `Conversación transferida: ${customer}`,
      text: (by, customer, to) => `${by} transfirió la conversación con ${customer} a ${to}.`,
    },
  },
};
