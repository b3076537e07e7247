/** First words of every path. What flows see is named in the customer's language, since people type it. */
export const SCOPE_ROOTS = [
  'contato',
  'conversa',
  'empresa',
  'gatilho',
  'variaveis',
  'blocos',
  'erro',
  'item',
  'indice',
  'agora',
] as const;
