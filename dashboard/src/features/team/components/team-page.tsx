import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page';
import { AgentsCard } from './agents-card';
import { AlertsCard } from './alerts-card';
import { NowCard } from './now-card';
import { NumbersCard } from './numbers-card';
import { PeopleCard } from './people-card';
import { TeamsCard } from './teams-card';

/** Who continues when the AI stops: people, teams, other agents, numbers; and when they are alerted. */
export function TeamPage() {
  const { t } = useTranslation('team');
  return (
    <Page title={t('title')} description={t('description')} width="md">
      <div className="flex flex-col gap-5">
        <NowCard />
        <PeopleCard />
        <TeamsCard />
        <AgentsCard />
        <AlertsCard />
        <NumbersCard />
      </div>
    </Page>
  );
}
