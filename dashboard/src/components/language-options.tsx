import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../lib/i18n/language';

/** Each language by its own name. */
export function LanguageOptions() {
  const { t } = useTranslation();
  return LANGUAGES.map((language) => (
    <option key={language} value={language} lang={language}>
      {t(`language.${language}`)}
    </option>
  ));
}
