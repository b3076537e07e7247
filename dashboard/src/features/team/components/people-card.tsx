import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { useUsers } from '../../../lib/api/team-queries';
import { Listed, ListedWords } from '../../../components/listed';

export function PeopleCard() {
  const { t } = useTranslation(['team', 'common']);
  return (
    <Card title={t('people.title')} description={t('people.detail')}>
      <Listed query={useUsers()} empty={t('people.empty')} label={t('people.title')}>
        {(user) => (
          <>
            <Avatar name={user.name} size="md" />
            <ListedWords title={user.name} detail={user.email} />
            <Chip>{t(`common:role.${user.role}`)}</Chip>
          </>
        )}
      </Listed>
    </Card>
  );
}
