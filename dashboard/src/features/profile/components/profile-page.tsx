import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page';
import { NotifyCard } from './notify-card';
import { PasswordCard } from './password-card';
import { PreferencesCard } from './preferences-card';
import { WhoCard } from './who-card';

export function ProfilePage() {
  const { t } = useTranslation('profile');
  return (
    <Page title={t('title')} description={t('description')} width="md">
      <div className="flex flex-col gap-5">
        <WhoCard />
        <PreferencesCard />
        <NotifyCard />
        <PasswordCard />
      </div>
    </Page>
  );
}
