import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useFlows } from '../api/use-flows';
import { type AllRunsSearch, validateAllRunsSearch } from '../lib/flows-search';
import { ContactField } from './contact-field';
import { RunPeriodField, RunStatusField } from './run-filter-fields';

/** Automation, contact, status and period; all in the address. */
export function AllRunsFilters({ search }: { search: AllRunsSearch }) {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const flows = useFlows().data ?? [];
  const byName = flows.toSorted((one, other) => one.name.localeCompare(other.name));
  const show = (next: { [K in keyof AllRunsSearch]: AllRunsSearch[K] | undefined }) =>
    void navigate({ to: '/automations/runs', replace: true, search: validateAllRunsSearch(next) });
  const change = (part: Parameters<typeof show>[0]) => show({ ...search, ...part });
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="grid w-full grid-cols-2 gap-3 lg:grid-cols-4">
        <Field label={t('runs.filter.flow')} className="max-sm:col-span-2">
          {(control) => (
            <Select
              {...control}
              value={search.flow ?? ''}
              onChange={({ target }) => change({ flow: target.value || undefined })}
            >
              <option value="">{t('runs.filter.all')}</option>
              {/* One that is gone, or not loaded yet, is chosen all the same. */}
              {search.flow !== undefined && !byName.some(({ id }) => id === search.flow) && (
                <option value={search.flow}>{t('runs.filter.otherFlow')}</option>
              )}
              {byName.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ContactField
          value={search.contact}
          onChange={(contact) => change({ contact })}
          className="max-sm:col-span-2"
        />
        <RunStatusField value={search.status} onChange={(status) => change({ status })} />
        <RunPeriodField value={search.period} onChange={(period) => change({ period })} />
      </div>
      {Object.keys(search).length > 0 && (
        <Button size="sm" variant="quiet" onClick={() => show({})}>
          {t('nothing.action')}
        </Button>
      )}
    </div>
  );
}
