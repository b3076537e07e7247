import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page';
import { useNow } from '../../../lib/time/use-now';
import { useAllRuns } from '../api/use-runs';
import { allRunsFilterOf, validateAllRunsSearch } from '../lib/flows-search';
import { AllRunsFilters } from './all-runs-filters';
import { AutomationTabs } from './automation-tabs';
import { RunList } from './run-list';

const MINUTE_MS = 60_000;

/** What all automations have done and are doing, as it happens. */
export function AllRunsPage() {
  const { t } = useTranslation('flows');
  // The router leaves in what the rule has dropped.
  const search = validateAllRunsSearch({ ...useSearch({ from: '/shell/automations/runs' }) });
  const now = useNow(MINUTE_MS);
  const runs = useAllRuns(allRunsFilterOf(search, now));
  return (
    <Page title={t('runs.title')} description={t('runs.ofAll')}>
      <AutomationTabs />
      <div className="flex min-w-0 flex-col gap-4">
        <AllRunsFilters search={search} />
        <RunList runs={runs} filtered={Object.keys(search).length > 0} named />
      </div>
    </Page>
  );
}
