import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pageTabClass } from './flow-page';

/** The two lists of the account: its automations, and the runs of all of them. */
export function AutomationTabs() {
  const { t } = useTranslation('flows');
  return (
    <nav aria-label={t('tabs.lists')} className="mb-5 flex flex-wrap gap-1 border-b border-divider">
      <Link to="/automations" activeOptions={{ exact: true, includeSearch: false }} className={pageTabClass}>
        {t('tabs.all')}
      </Link>
      <Link to="/automations/runs" activeOptions={{ includeSearch: false }} className={pageTabClass}>
        {t('tabs.runs')}
      </Link>
    </nav>
  );
}
