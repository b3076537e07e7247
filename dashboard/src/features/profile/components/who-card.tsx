import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useMe } from '../../../lib/api/me-query';
import { useFormat } from '../../../lib/format/use-format';
import { formatPhone } from '../../../lib/format/phone';

/** Who one is here. Changed by whoever administers the account. */
export function WhoCard() {
  const { t } = useTranslation(['profile', 'common']);
  const me = useMe();
  const format = useFormat();
  return (
    <Card title={t('who.title')} description={t('who.detail')}>
      {me.isPending && (
        <Loading className="grid gap-4 sm:grid-cols-2">
          {Array.from({ length: 4 }, (_, index) => (
            <Skeleton key={index} className="h-10" />
          ))}
        </Loading>
      )}
      {me.isError && me.data === undefined && (
        <ErrorState error={me.error} onRetry={() => void me.refetch()} retrying={me.isFetching} />
      )}
      {me.data !== undefined && (
        <>
          <div className="mb-5 flex items-center gap-4">
            <Avatar name={me.data.user.name} size="xl" />
            <div className="min-w-0">
              <p className="truncate text-md font-semibold">{me.data.user.name}</p>
              <p className="truncate text-text-2">{t(`common:role.${me.data.user.role}`)}</p>
            </div>
          </div>
          <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
            <Fact label={t('who.company')} value={me.data.tenant.name} />
            <Fact label={t('who.email')} value={me.data.user.email} />
            <Fact
              label={t('who.phone')}
              value={me.data.user.phone === null ? t('who.none') : formatPhone(me.data.user.phone)}
            />
            <Fact label={t('who.role')} value={t(`common:role.${me.data.user.role}`)} />
            <Fact label={t('who.timeZone')} value={format.timeZone(me.data.tenant.timeZone)} />
          </dl>
        </>
      )}
    </Card>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="break-words">{value}</dd>
    </div>
  );
}
