import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Language, languageStore } from '../lib/i18n/language';
import { changeLanguage } from '../lib/i18n/start-i18n';
import { useStore } from '../lib/use-store';
import { LanguageOptions } from './language-options';
import { Select } from './select';

/** The language of this browser's pages. */
export function LanguageSelect({ id }: { id?: string }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-2 text-muted">
      {id === undefined && <Languages aria-hidden className="size-4" />}
      <Select
        id={id}
        aria-label={id === undefined ? t('user.language') : undefined}
        value={useStore(languageStore)}
        onChange={(event) => void changeLanguage(event.target.value as Language)}
        className={id === undefined ? '' : 'w-full'}
      >
        <LanguageOptions />
      </Select>
    </span>
  );
}
