import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuChoice, MenuSeparator } from '../../components/menu';
import { changeLanguage } from '../../lib/i18n/start-i18n';
import { LANGUAGES, languageStore } from '../../lib/i18n/language';
import { setTheme, themeStore } from '../../lib/theme/theme';
import { useStore } from '../../lib/use-store';

/** Theme and language, as parts of a menu. */
export function PreferenceChoices() {
  const { t } = useTranslation();
  return (
    <>
      <MenuChoice
        label={t('user.theme')}
        value={useStore(themeStore)}
        onChange={setTheme}
        options={[
          { value: 'dark', label: t('theme.dark'), icon: <Moon aria-hidden /> },
          { value: 'light', label: t('theme.light'), icon: <Sun aria-hidden /> },
          { value: 'system', label: t('theme.system'), icon: <Monitor aria-hidden /> },
        ]}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('user.language')}
        value={useStore(languageStore)}
        onChange={(language) => void changeLanguage(language)}
        options={LANGUAGES.map((language) => ({
          value: language,
          label: t(`language.${language}`),
          lang: language,
        }))}
      />
    </>
  );
}
