import type { Request } from 'express';

export const LOCALES = ['pt-BR', 'en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language a caller is answered in: the best of ours that it accepts, Portuguese if it accepts none. */
export function callerLocale(req: Pick<Request, 'acceptsLanguages'>): Locale {
  const accepted = req.acceptsLanguages(['pt-BR', 'pt', 'en', 'en-US', 'es']);
  if (accepted === 'es') return 'es';
  return accepted === 'en' || accepted === 'en-US' ? 'en' : 'pt-BR';
}
