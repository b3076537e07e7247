import { createStore } from '../store';
import { localSetting } from '../local-setting';

export const LANGUAGES = ['pt-BR', 'en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

const setting = localSetting('prosa-language', LANGUAGES, 'pt-BR');

/** The interface's language; the API answers in it, too. */
export const languageStore = createStore<Language>(setting.read());

export function currentLanguage(): Language {
  return languageStore.get();
}

export function rememberLanguage(language: Language): void {
  setting.write(language);
  languageStore.set(language);
}
