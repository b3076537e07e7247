import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page';
import { mayAct } from '../../../lib/session/role';
import { useSession } from '../../../lib/session/use-session';
import { ChatwootCard } from './chatwoot-card';
import { CredentialsCard } from './credentials-card';
import { FilesCard } from './files-card';
import { FormsCard } from './forms-card';
import { TagsCard } from './tags-card';

/** What works together with Prosa: a Chatwoot, keys to other systems, tags, files to send, and forms for anybody. */
export function IntegrationsPage() {
  const { t } = useTranslation('integrations');
  const { role } = useSession().user;
  return (
    <Page title={t('title')} description={t('description')} width="md">
      <div className="flex flex-col gap-5">
        {mayAct(role, 'ORG_ADMIN') && <ChatwootCard />}
        <CredentialsCard />
        <TagsCard />
        <FilesCard />
        <FormsCard />
      </div>
    </Page>
  );
}
