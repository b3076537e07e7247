import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { useKnowledge } from '../../../lib/api/knowledge-query';
import { KnowledgeEditor } from './knowledge-editor';

export function KnowledgePage() {
  const { t } = useTranslation('knowledge');
  const knowledge = useKnowledge();
  if (knowledge.data !== undefined) return <KnowledgeEditor knowledge={knowledge.data} />;
  return (
    <Page title={t('title')} description={t('description')}>
      {knowledge.isError ? (
        <ErrorState
          error={knowledge.error}
          onRetry={() => void knowledge.refetch()}
          retrying={knowledge.isFetching}
        />
      ) : (
        <Loading className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
          <Skeleton className="h-[480px] rounded-card" />
          <div className="flex flex-col gap-5">
            <Skeleton className="h-40 rounded-card" />
            <Skeleton className="h-56 rounded-card" />
          </div>
        </Loading>
      )}
    </Page>
  );
}
