import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextDates } from '../../../../../domain/flow/nodes/schedule/next-dates';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import { useDocument } from '../lib/editor-context';

const SHOWN = 5;

/** When a schedule begins next, as it is set now: what five fields mean, in dates. */
export function NextDates({ nodeId }: { nodeId: string }) {
  const { t } = useTranslation('flow-editor');
  const { language } = useFormat().place;
  const now = useNow(60_000);
  const settings = useDocument().nodes.find(({ id }) => id === nodeId)?.settings ?? {};
  const { cron, zone, holidays } = settings;
  const dates = useMemo(() => {
    if (typeof cron !== 'string' || typeof zone !== 'string') return [];
    const inHolidays = holidays === 'skip' || holidays === 'next_day' ? holidays : 'run';
    return nextDates({ cron, zone, holidays: inHolidays }, now, SHOWN);
  }, [cron, zone, holidays, now]);
  if (dates.length === 0) return null;
  const format = new Intl.DateTimeFormat(language, {
    timeZone: String(zone),
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-medium">{t('cron.next')}</h3>
      <ol aria-label={t('cron.next')} className="flex flex-col gap-0.5 text-sm text-text-2 tabular-nums">
        {dates.map((date) => (
          <li key={date}>{format.format(date)}</li>
        ))}
      </ol>
    </div>
  );
}
