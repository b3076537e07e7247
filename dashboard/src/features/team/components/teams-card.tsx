import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { IconButton } from '../../../components/icon-button';
import { useTeams } from '../../../lib/api/team-queries';
import type { Team } from '../../../lib/api/types';
import { Listed, ListedWords } from '../../../components/listed';
import { useWorkload } from '../../../lib/api/workload-query';
import { LoadWords } from './load-words';
import { TeamDialog } from './team-dialog';

export function TeamsCard() {
  const { t } = useTranslation('team');
  const loads = useWorkload().data?.teams;
  const [edited, edit] = useState<Team | 'new'>();
  return (
    <Card
      title={t('teams.title')}
      description={t('teams.detail')}
      aside={
        <Button icon={<Plus aria-hidden />} onClick={() => edit('new')}>
          {t('teams.new')}
        </Button>
      }
    >
      <Listed query={useTeams()} empty={t('teams.empty')} label={t('teams.title')}>
        {(team) => {
          const load = loads?.find(({ id }) => id === team.id);
          return (
            <>
              <span className="min-w-0 flex-1">
                <ListedWords
                  title={team.name}
                  detail={team.members.map(({ name }) => name).join(', ') || t('teams.nobody')}
                />
                {load !== undefined && <LoadWords load={load} />}
              </span>
              <IconButton
                label={t('edit', { name: team.name })}
                icon={<Pencil aria-hidden />}
                onClick={() => edit(team)}
              />
            </>
          );
        }}
      </Listed>
      {edited !== undefined && (
        <TeamDialog team={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />
      )}
    </Card>
  );
}
