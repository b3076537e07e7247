import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { useUsers } from '../../../lib/api/team-queries';
import { Listed, ListedWords } from '../../../components/listed';
import { useWorkload } from '../../../lib/api/workload-query';
import { LoadWords } from './load-words';

export function PeopleCard() {
  const { t } = useTranslation(['team', 'common']);
  const loads = useWorkload().data?.people;
  return (
    <Card title={t('people.title')} description={t('people.detail')}>
      <Listed query={useUsers()} empty={t('people.empty')} label={t('people.title')}>
        {(user) => {
          const load = loads?.find(({ id }) => id === user.id);
          return (
            <>
              <Avatar name={user.name} size="md" />
              <span className="min-w-0 flex-1">
                <ListedWords title={user.name} detail={user.email} />
                {load !== undefined && <LoadWords load={load} />}
              </span>
              {load?.online === true && (
                <Chip tone="success" dot>
                  {t('people.online')}
                </Chip>
              )}
              <Chip className="max-sm:hidden">{t(`common:role.${user.role}`)}</Chip>
            </>
          );
        }}
      </Listed>
    </Card>
  );
}
