import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { useShortcuts } from '../../../lib/shortcuts/use-shortcuts';
import { useKeepPlace } from '../../../lib/use-keep-place';
import { useOnScreen } from '../../../lib/use-on-screen';
import { ConversationRow } from './conversation-row';

interface ConversationRowsProps {
  conversations: Conversation[];
  activeId: string | undefined;
  /** What is shown is of the search before. */
  stale: boolean;
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

/** The rows, more of them as the end comes near. */
export function ConversationRows(props: ConversationRowsProps) {
  const { conversations, activeId, stale, more, loadingMore, onMore } = props;
  const { t } = useTranslation('conversation');
  const navigate = useNavigate({ from: '/conversas' });
  const end = useRef<HTMLDivElement>(null);
  const { ref, onScroll } = useKeepPlace(conversations.map(({ id }) => id).join());
  useOnScreen(end, () => {
    if (more && !loadingMore) onMore();
  });
  const step = (by: number) => {
    const at = conversations.findIndex(({ id }) => id === activeId);
    const next = conversations[at === -1 ? 0 : at + by];
    if (next === undefined) return;
    void navigate({
      to: '/conversas/$id',
      params: { id: next.id },
      search: (before) => ({ ...before, turn: undefined }),
    });
    document.getElementById(`conversa-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
  return (
    <div
      ref={ref}
      onScroll={onScroll}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]"
    >
      <ul
        aria-label={t('list.rows')}
        aria-busy={stale}
        className={cx('transition-opacity duration-120', stale && 'opacity-60')}
      >
        {conversations.map((conversation) => (
          <li key={conversation.id} id={`conversa-${conversation.id}`}>
            <ConversationRow conversation={conversation} active={conversation.id === activeId} />
          </li>
        ))}
      </ul>
      <div ref={end} className="h-px" />
      {loadingMore && (
        <Loading className="px-4 py-4">
          <Skeleton className="h-4 w-1/2" />
        </Loading>
      )}
    </div>
  );
}
