import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/page';
import { cx } from '../../../lib/cx';
import { useFlow } from '../api/use-flows';
import { StatusChip } from './status-chip';

export const pageTabClass = cx(
  'ring-focus -mb-px flex h-9 items-center rounded-t-control border-b-2 border-transparent px-3 text-text-2 hover:text-text pointer-coarse:h-11',
  'data-[status=active]:border-primary-text data-[status=active]:font-medium data-[status=active]:text-text',
);

interface FlowPageProps {
  id: string;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** One automation's page beside its editor: its name, and the ways to its other pages. */
export function FlowPage({ id, title, actions, children }: FlowPageProps) {
  const { t } = useTranslation('flows');
  const flow = useFlow(id);
  return (
    <Page
      title={flow.data === undefined ? title : `${title} · ${flow.data.name}`}
      actions={
        <span className="flex items-center gap-3">
          {flow.data !== undefined && <StatusChip status={flow.data.status} />}
          {actions}
        </span>
      }
    >
      <nav aria-label={t('tabs.label')} className="mb-5 flex flex-wrap gap-1 border-b border-divider">
        <Link to="/automations" activeOptions={{ exact: true }} className={pageTabClass}>
          <ChevronLeft aria-hidden className="size-4" />
          <span className="max-sm:sr-only">{t('tabs.all')}</span>
        </Link>
        <Link to="/automations/$id" params={{ id }} activeOptions={{ exact: true }} className={pageTabClass}>
          {t('tabs.editor')}
        </Link>
        <Link to="/automations/$id/runs" params={{ id }} className={pageTabClass}>
          {t('tabs.runs')}
        </Link>
        <Link to="/automations/$id/versions" params={{ id }} className={pageTabClass}>
          {t('tabs.versions')}
        </Link>
      </nav>
      {children}
    </Page>
  );
}
