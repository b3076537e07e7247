import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Checkbox } from '../../../components/checkbox';
import { ErrorState } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Loading } from '../../../components/loading';
import { Select } from '../../../components/select';
import { Skeleton } from '../../../components/skeleton';
import { useErrorToast } from '../../../components/use-error-toast';
import type { AlertSettings } from '../../../lib/api/types';
import { formatDuration } from '../../../lib/format/duration';
import { useAlerts, useSaveAlerts } from '../api/use-alerts';

const MINUTE = 60_000;
const CHOICES = [5, 10, 15, 30, 60, 120, 240].map((minutes) => minutes * MINUTE);

/** When the team is alerted to a customer who waits. Saved as it is chosen. */
export function AlertsCard() {
  const { t } = useTranslation('team');
  const alerts = useAlerts();
  const save = useSaveAlerts();
  const tellError = useErrorToast();
  const shown = (save.isPending ? save.variables : undefined) ?? alerts.data;
  const change = (part: Partial<AlertSettings>) => {
    if (shown !== undefined) save.mutate({ ...shown, ...part }, { onError: tellError });
  };
  return (
    <Card title={t('alerts.title')} description={t('alerts.detail')}>
      {shown === undefined && alerts.isError && (
        <ErrorState error={alerts.error} onRetry={() => void alerts.refetch()} retrying={alerts.isFetching} />
      )}
      {shown === undefined && !alerts.isError && (
        <Loading>
          <Skeleton className="h-11" />
        </Loading>
      )}
      {shown !== undefined && (
        <div className="flex flex-col gap-3">
          <Field label={t('alerts.waiting')} hint={t('alerts.again')} className="sm:max-w-72">
            {(control) => (
              <Select
                {...control}
                value={shown.waitingMs}
                onChange={(event) => change({ waitingMs: Number(event.target.value) })}
              >
                <option value={0}>{t('alerts.never')}</option>
                {choicesWith(shown.waitingMs).map((ms) => (
                  <option key={ms} value={ms}>
                    {formatDuration(ms)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Checkbox
            label={t('alerts.email')}
            checked={shown.email}
            onChange={(event) => change({ email: event.target.checked })}
          />
        </div>
      )}
    </Card>
  );
}

/** What was set through the API stays a choice. */
function choicesWith(ms: number): number[] {
  return ms === 0 || CHOICES.includes(ms) ? CHOICES : [...CHOICES, ms].sort((a, b) => a - b);
}
