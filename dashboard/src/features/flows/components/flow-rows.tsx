import { Link } from '@tanstack/react-router';
import { Check, Clock, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import type { FlowRow } from '../api/shapes';
import { FlowMenu } from './flow-menu';
import { KindIcon } from './kind-icon';
import { StatusChip } from './status-chip';
import { useKindName } from './use-kind-name';

const MINUTE_MS = 60_000;

export function FlowRows({ flows }: { flows: FlowRow[] }) {
  const { t } = useTranslation('flows');
  return (
    <ul aria-label={t('title')} className="flex flex-col gap-2">
      {flows.map((flow) => (
        <Row key={flow.id} flow={flow} />
      ))}
    </ul>
  );
}

function Row({ flow }: { flow: FlowRow }) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  const kindName = useKindName();
  const triggers = flow.triggers.map(kindName);
  return (
    <li className="relative flex items-center gap-4 rounded-card border border-hairline bg-surface p-3 pl-4 hover:border-divider">
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-control bg-raised text-accent-text [&_svg]:size-[18px]"
      >
        <KindIcon kind={flow.triggers[0] ?? 'placeholder'} />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-5 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-52">
          <p className="flex items-center gap-x-2 gap-y-1 max-sm:flex-wrap">
            <Link
              to="/automations/$id"
              params={{ id: flow.id }}
              className="ring-focus max-w-full min-w-0 truncate rounded-xs font-medium after:absolute after:inset-0"
            >
              {flow.name}
            </Link>
            <StatusChip status={flow.status} />
          </p>
          <p className="truncate text-sm text-muted">
            {triggers.length === 0 ? t('row.noTrigger') : [...new Set(triggers)].join(', ')}
            {flow.pausedBy === 'failures' && ` · ${t('row.pausedByFailures')}`}
          </p>
        </div>
        <RunCounts runs={flow.runs} />
        <p className="text-sm text-muted sm:w-44">
          {flow.published === null
            ? t('row.neverPublished')
            : t('row.published', {
                version: flow.published,
                time: flow.publishedAt === null ? '' : format.near(flow.publishedAt, now),
              })}
        </p>
      </div>
      <FlowMenu flow={flow} />
    </li>
  );
}

function RunCounts({ runs }: { runs: FlowRow['runs'] }) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const parts = [
    { key: 'ok', icon: Check, tone: 'text-success', count: runs.ok },
    { key: 'failed', icon: X, tone: 'text-danger', count: runs.failed },
    { key: 'waiting', icon: Clock, tone: 'text-warning', count: runs.waiting },
  ] as const;
  return (
    <ul aria-label={t('row.runs')} className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm tabular-nums sm:w-72">
      {parts.map(({ key, icon: Icon, tone, count }) => (
        <li key={key} className="flex items-center gap-1 whitespace-nowrap text-text-2">
          <Icon aria-hidden className={`size-3.5 ${count > 0 ? tone : 'text-muted'}`} />
          {format.number(count)} {t(`row.${key}`, { count })}
        </li>
      ))}
    </ul>
  );
}
