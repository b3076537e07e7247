import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useFlow } from '../api/use-flows';
import { useVersion, useVersions } from '../api/use-versions';
import { type RunsSearch, validateRunsSearch } from '../lib/flows-search';
import { RunPeriodField, RunStatusField } from './run-filter-fields';

/** Status, version and period; all in the address. */
export function RunsFilter({ id, search }: { id: string; search: RunsSearch }) {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const versions = useVersions(id).data ?? [];
  const change = (part: { [K in keyof RunsSearch]: RunsSearch[K] | undefined }) => {
    void navigate({
      to: '/automations/$id/runs',
      params: { id },
      replace: true,
      search: validateRunsSearch({ ...search, ...part }),
    });
  };
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {search.node !== undefined && (
        <NodeLine id={id} search={search} onLeave={() => change({ node: undefined })} />
      )}
      <RunStatusField value={search.status} onChange={(status) => change({ status })} />
      <Field label={t('runs.filter.version')}>
        {(control) => (
          <Select
            {...control}
            value={search.version ?? ''}
            onChange={({ target }) =>
              change({ version: target.value === '' ? undefined : Number(target.value) })
            }
          >
            <option value="">{t('runs.filter.all')}</option>
            {versions.map(({ number, name }) => (
              <option key={number} value={number}>
                {t('versions.number', { number })}
                {name === '' ? '' : ` · ${name}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RunPeriodField
        value={search.period}
        onChange={(period) => change({ period })}
        className="max-sm:col-span-2"
      />
    </div>
  );
}

/** Of which node the runs are that stand there now. */
function NodeLine({ id, search, onLeave }: { id: string; search: RunsSearch; onLeave: () => void }) {
  const { t } = useTranslation('flows');
  const published = useFlow(id).data?.published;
  const { data } = useVersion(id, search.version ?? published);
  const title = data?.document.nodes.find((each) => each.id === search.node)?.title;
  return (
    <p className="col-span-full flex items-center gap-2">
      <span className="min-w-0 truncate">{t('runs.filter.node', { node: title || search.node })}</span>
      <Button size="sm" variant="quiet" onClick={onLeave}>
        {t('runs.filter.everywhere')}
      </Button>
    </p>
  );
}
