import type { Language } from './language';

/** One file a language and a namespace; a language comes as one chunk, when it is asked for. */
export async function loadTexts(language: Language): Promise<Record<string, object>> {
  switch (language) {
    case 'pt-BR':
      return (await import('../../locales/pt-br')).texts;
    case 'en':
      return (await import('../../locales/en')).texts;
    case 'es':
      return (await import('../../locales/es')).texts;
  }
}
