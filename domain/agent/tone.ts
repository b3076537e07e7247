/** How a tenant's AI speaks: Formal, Casual, Técnico. */
export const Tone = { formal: 'formal', casual: 'casual', technical: 'technical' } as const;
export type Tone = (typeof Tone)[keyof typeof Tone];

/** What the model is told about each tone. Portuguese: the language it is to answer in. */
export const TONE_INSTRUCTIONS: Record<Tone, string> = {
  formal:
    'Escreva de modo formal e cortês, tratando a pessoa por "senhor(a)" quando couber, sem gírias nem emojis.',
  casual: 'Escreva de modo leve e próximo, como um atendente simpático no WhatsApp; no máximo um emoji.',
  technical:
    'Escreva de modo técnico e preciso, com termos exatos, números e unidades, sem rodeios nem emojis.',
};
