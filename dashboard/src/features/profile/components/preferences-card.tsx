import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Field } from '../../../components/field';
import { LanguageSelect } from '../../../components/language-select';
import { RadioCards } from '../../../components/radio-cards';
import { setTheme, themeStore } from '../../../lib/theme/theme';
import { useStore } from '../../../lib/use-store';

/** How this browser shows the dashboard. */
export function PreferencesCard() {
  const { t } = useTranslation(['profile', 'common']);
  return (
    <Card title={t('preferences.title')} description={t('preferences.detail')}>
      <div className="flex flex-col gap-5">
        <div>
          <p aria-hidden className="mb-1.5 text-sm font-medium">
            {t('common:user.theme')}
          </p>
          <RadioCards
            legend={t('common:user.theme')}
            value={useStore(themeStore)}
            onChange={setTheme}
            className="sm:grid-cols-3"
            options={[
              { value: 'dark', label: t('common:theme.dark'), icon: <Moon aria-hidden /> },
              { value: 'light', label: t('common:theme.light'), icon: <Sun aria-hidden /> },
              { value: 'system', label: t('common:theme.system'), icon: <Monitor aria-hidden /> },
            ]}
          />
        </div>
        <Field label={t('common:user.language')} className="sm:max-w-60">
          {({ id }) => <LanguageSelect id={id} />}
        </Field>
      </div>
    </Card>
  );
}
