import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page';
import { CredentialsCard } from './credentials-card';
import { FormsCard } from './forms-card';
import { TagsCard } from './tags-card';

/** What automations work with: keys to other systems, tags, and forms for anybody. */
export function IntegrationsPage() {
  const { t } = useTranslation('integrations');
  return (
    <Page title={t('title')} description={t('description')} width="md">
      <div className="flex flex-col gap-5">
        <CredentialsCard />
        <TagsCard />
        <FormsCard />
      </div>
    </Page>
  );
}
