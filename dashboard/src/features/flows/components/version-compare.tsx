import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Loading } from '../../../components/loading';
import { Select } from '../../../components/select';
import { Skeleton } from '../../../components/skeleton';
import type { Version } from '../api/shapes';
import { useFlow } from '../api/use-flows';
import { useVersion } from '../api/use-versions';
import { DiffView } from './diff-view';

/** Stands for the draft in the address. */
const DRAFT = 0;

interface VersionCompareProps {
  flowId: string;
  versions: Version[];
  from: number;
  to: number;
}

/** Any two of what was published, and the draft. */
export function VersionCompare({ flowId, versions, from, to }: VersionCompareProps) {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const before = useDocument(flowId, from);
  const after = useDocument(flowId, to);
  const error = before.error ?? after.error;
  const choose = (side: 'from' | 'to', value: number) =>
    void navigate({ to: '.', replace: true, search: { from, to, [side]: value } });
  const side = (label: string, key: 'from' | 'to', value: number) => (
    <Field label={label} className="min-w-0 flex-1">
      {(control) => (
        <Select {...control} value={value} onChange={(event) => choose(key, Number(event.target.value))}>
          <option value={DRAFT}>{t('versions.draft')}</option>
          {versions.map(({ number, name }) => (
            <option key={number} value={number}>
              {t('versions.number', { number })}
              {name === '' ? '' : ` · ${name}`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <Card title={t('versions.compareTitle')} className="lg:sticky lg:top-0">
      <div className="mb-4 flex gap-3">
        {side(t('versions.from'), 'from', from)}
        {side(t('versions.to'), 'to', to)}
      </div>
      <div aria-live="polite">
        {error !== null && <ErrorState error={error} />}
        {error === null && (before.document === undefined || after.document === undefined) && (
          <Loading>
            <Skeleton className="h-24 rounded-card" />
          </Loading>
        )}
        {before.document !== undefined && after.document !== undefined && (
          <DiffView before={before.document} after={after.document} />
        )}
      </div>
    </Card>
  );
}

function useDocument(flowId: string, number: number) {
  const flow = useFlow(flowId);
  const version = useVersion(flowId, number);
  return number === DRAFT
    ? { document: flow.data?.draft, error: flow.error }
    : { document: version.data?.document, error: version.error };
}
