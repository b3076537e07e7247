import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../lib/format/duration';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import type { RunRow } from '../api/shapes';
import { stepMs } from '../lib/trace';
import { KindIcon } from './kind-icon';
import { RunStatusChip } from './run-status';
import { useKindName } from './use-kind-name';
import { useFailureWords } from './use-failure-words';

const SECOND_MS = 1_000;

interface RunRowsProps {
  runs: RunRow[];
  /** Of several automations: each row says of which. */
  named: boolean;
}

export function RunRows({ runs, named }: RunRowsProps) {
  const { t } = useTranslation('flows');
  const failureWords = useFailureWords();
  const format = useFormat();
  const now = useNow(SECOND_MS);
  const kindName = useKindName();
  const about = ({ contact }: RunRow) =>
    contact === null ? t('runs.noContact') : (contact.name ?? t('runs.unnamed'));
  return (
    <ul aria-label={t('runs.title')} className="flex flex-col gap-2">
      {runs.map((run) => (
        <li
          key={run.id}
          className="relative flex flex-wrap items-center gap-x-4 gap-y-1 rounded-card border border-hairline bg-surface px-4 py-3 hover:border-divider"
        >
          <span className="sm:w-28">
            <RunStatusChip status={run.status} />
          </span>
          <div className="min-w-0 flex-1 basis-52">
            <Link
              to="/automations/runs/$runId"
              params={{ runId: run.id }}
              className="ring-focus block truncate rounded-xs font-medium after:absolute after:inset-0"
            >
              {named ? run.flow.name : about(run)}
            </Link>
            {named && <p className="truncate text-sm">{about(run)}</p>}
            <p className="flex items-center gap-1.5 truncate text-sm text-muted">
              <KindIcon kind={run.triggerKind} className="size-3.5 shrink-0" />
              {kindName(run.triggerKind)} · {t('versions.number', { number: run.version })}
            </p>
            {run.failure !== null && (
              <p className="truncate text-sm text-danger">{failureWords(run.failure.type)}</p>
            )}
          </div>
          <p className="text-sm text-muted tabular-nums">
            <time dateTime={run.startedAt}>{format.near(run.startedAt, now)}</time> ·{' '}
            {formatDuration(stepMs(run, now))}
          </p>
        </li>
      ))}
    </ul>
  );
}
