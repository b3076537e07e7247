/** The tenant's fixed texts, and what a new tenant starts with. */
export interface BotMessages {
  /** Opens the first answer to a new customer; empty sends none. */
  greeting: string;
  /** When the AI hands over to a person. */
  fallback: string;
  /** When an answer takes unusually long; empty sends none. */
  waiting: string;
  /** When the AI comes back by the clock. */
  humanReturn: string;
  /** Before it, when no person ever came. */
  unanswered: string;
  /** When nobody is there ({{opensAt}}, {{business}}); empty says the fallback. */
  outOfHours: string;
  /** When a conversation ends because it has been quiet ({{business}}); empty sends none. */
  closing: string;
}

export const DEFAULT_MESSAGES: BotMessages = {
  greeting: 'Olá! Sou a assistente virtual e estou aqui para ajudar.',
  fallback:
    'Não tenho essa informação com segurança. Vou chamar uma pessoa da equipe para continuar com você.',
  waiting: 'Só um instante, estou verificando isso para você.',
  humanReturn: 'Voltei! Sou a assistente virtual e posso ajudar no que precisar.',
  unanswered: 'Desculpe a demora: nossa equipe não conseguiu responder nas últimas 24 horas.',
  outOfHours: 'Recebemos sua mensagem! Nossa equipe volta {{opensAt}} e responde por aqui.',
  closing: '',
};

/** WhatsApp shows long texts folded; a fixed text stays well below its 4,096 characters. */
export const BOT_MESSAGE_MAX_CHARACTERS = 1_000;
