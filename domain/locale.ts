/** The languages we speak. */
export const LOCALES = ['pt-BR', 'en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** A tenant's language, or the nearest we speak. */
export function localeOf(locale: string): Locale {
  if (locale.startsWith('es')) return 'es';
  return locale.startsWith('en') ? 'en' : 'pt-BR';
}
