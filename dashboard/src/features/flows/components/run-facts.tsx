import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Disclosure } from '../../../components/disclosure';
import { Notice } from '../../../components/notice';
import { formatDuration } from '../../../lib/format/duration';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import type { RunDetail } from '../api/shapes';
import { stepMs } from '../lib/trace';
import { JsonView } from './json-view';
import { RunStatusChip } from './run-status';
import { useKindName } from './use-kind-name';
import { useFailureWords } from './use-failure-words';

const SECOND_MS = 1_000;

export function RunFacts({ run }: { run: RunDetail }) {
  const { t } = useTranslation('flows');
  const failureWords = useFailureWords();
  const format = useFormat();
  const now = useNow(SECOND_MS);
  const kindName = useKindName();
  const link = 'ring-focus rounded-xs text-primary-text underline';
  const contact = run.contact === null ? t('runs.noContact') : (run.contact.name ?? t('runs.unnamed'));
  const facts: [string, ReactNode][] = [
    [t('run.fact.version'), t('versions.number', { number: run.version })],
    [t('run.fact.trigger'), kindName(run.trigger.kind)],
    [
      t('run.fact.contact'),
      run.conversationId === null ? (
        contact
      ) : (
        <Link to="/conversas/$id" params={{ id: run.conversationId }} className={link}>
          {contact}
        </Link>
      ),
    ],
    [t('run.fact.started'), format.dateTime(run.startedAt)],
    [t('run.fact.duration'), formatDuration(stepMs(run, now))],
  ];
  if (run.retryOfId !== null) {
    facts.push([
      t('run.fact.repeats'),
      <Link key="of" to="/automations/runs/$runId" params={{ runId: run.retryOfId }} className={link}>
        {t('run.fact.original')}
      </Link>,
    ]);
  }
  return (
    <Card
      title={t('run.facts')}
      aside={
        <span role="status">
          <RunStatusChip status={run.status} />
        </span>
      }
    >
      {run.failure !== null && (
        <Notice tone="danger" title={failureWords(run.failure.type)} className="mb-4">
          <span className="font-mono text-xs break-words">
            {[run.failure.type, run.failure.message].filter(Boolean).join(': ')}
          </span>
        </Notice>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 text-right break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 flex flex-col gap-2">
        {run.redacted && <p className="text-sm text-muted">{t('run.redacted')}</p>}
        {run.payload !== null && (
          <Disclosure summary={t('run.payload')}>
            <JsonView value={run.payload} />
          </Disclosure>
        )}
        {run.outputs !== null && (
          <Disclosure summary={t('run.outputs')}>
            <JsonView value={run.outputs} />
          </Disclosure>
        )}
      </div>
    </Card>
  );
}
