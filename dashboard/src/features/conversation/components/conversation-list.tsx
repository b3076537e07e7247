import { Tabs } from '@base-ui/react/tabs';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { useConversationList } from '../api/use-conversation-list';
import { filterOf } from '../lib/conversation-filter';
import type { Tab } from '../lib/inbox-search';
import { useInboxTab } from '../lib/use-inbox-tab';
import { ConversationRows } from './conversation-rows';
import { ListEmpty } from './list-empty';
import { ListSearch } from './list-search';
import { ListSkeleton } from './list-skeleton';
import { ListTabs } from './list-tabs';

/** Who writes to the company, the newest first, parted by who answers them. */
export function ConversationList({ activeId }: { activeId: string | undefined }) {
  const { t } = useTranslation('conversation');
  const { q } = useSearch({ from: '/shell/conversas' });
  const navigate = useNavigate();
  const tab = useInboxTab();
  const list = useConversationList(tab === undefined ? undefined : filterOf(tab, q));
  const conversations = list.data?.pages.flatMap((page) => page.items);
  const choose = (next: Tab) => void navigate({ to: '.', search: (before) => ({ ...before, tab: next }) });
  return (
    <Tabs.Root
      value={tab ?? null}
      onValueChange={(next: Tab) => choose(next)}
      className="flex min-h-0 flex-1 flex-col"
    >
      <header className="flex flex-col gap-3 px-4 pt-4 pb-1">
        <h1 className="text-lg font-semibold">{t('title')}</h1>
        <ListSearch />
      </header>
      <ListTabs />
      <Tabs.Panel value={tab ?? null} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {list.isPending && <ListSkeleton />}
        {list.isError && conversations === undefined && (
          <ErrorState
            error={list.error}
            onRetry={() => void list.refetch()}
            retrying={list.isFetching}
            className="my-auto"
          />
        )}
        {conversations?.length === 0 && tab !== undefined && (
          <ListEmpty tab={tab} q={q} onShowAll={() => choose('all')} />
        )}
        {conversations !== undefined && conversations.length > 0 && (
          <ConversationRows
            conversations={conversations}
            activeId={activeId}
            stale={list.isPlaceholderData}
            more={list.hasNextPage}
            loadingMore={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        )}
      </Tabs.Panel>
    </Tabs.Root>
  );
}
