import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../components/toast';
import { createConversationSync } from '../../features/conversation/api/sync-conversations';
import { createFlowSync } from '../../features/flows/api/sync-flows';
import { chatwootKey } from '../../features/integrations/api/use-chatwoot';
import { knowledgeKey } from '../../lib/api/knowledge-query';
import { channelsKey } from '../../lib/api/channels-query';
import { workloadKey } from '../../lib/api/workload-query';
import { createBatch } from '../../lib/live/batch';
import { connectLive } from '../../lib/live/connect-live';
import { flowLockNews } from '../../lib/live/flow-lock-news';
import type { LiveEvent } from '../../lib/live/live-event';
import { callPerson } from '../../lib/notify/call-person';
import { useSession, useTenantId } from '../../lib/session/use-session';

const WORKLOAD_PAUSE_MS = 2_000;

/** Brings what the server tells into the query cache, and says aloud what somebody waits for. */
export function useLiveSync(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const tenantId = useTenantId();

  const { user } = useSession();
  const call = useEffectEvent((event: Extract<LiveEvent, { type: 'handoff' | 'waitingAlert' }>) => {
    if (event.type === 'handoff' && event.userIds?.includes(user.id) === false) return;
    const { conversationId, contactName, type } = event;
    const open = () => void navigate({ to: '/conversas/$id', params: { id: conversationId } });
    const title = contactName === null ? t(`${type}.nobody`) : t(`${type}.title`, { name: contactName });
    callPerson({ title, key: conversationId, open });
    if (window.location.pathname === `/conversas/${conversationId}`) return;
    showToast({
      key: conversationId,
      tone: type === 'waitingAlert' ? 'danger' : 'warning',
      title,
      action: { label: t('action.open'), run: open },
    });
  });

  useEffect(() => {
    if (tenantId === '') return;
    const conversations = createConversationSync(queries, tenantId);
    const flows = createFlowSync(queries, tenantId);
    // Only where it is shown; sums over all conversations can wait a moment.
    const workload = createBatch(WORKLOAD_PAUSE_MS, () => {
      void queries.invalidateQueries({ queryKey: workloadKey(tenantId) });
    });
    const disconnect = connectLive({
      onEvent(event) {
        switch (event.type) {
          case 'conversation':
            conversations.add(event);
            workload.add(event);
            return;
          case 'channel':
            // Every query about numbers has this key at its head, pairing codes among them.
            void queries.invalidateQueries({ queryKey: channelsKey(tenantId) });
            return;
          case 'flow':
          case 'flowRun':
            flows.add(event);
            return;
          case 'flowLock':
            flowLockNews.set({ flowId: event.flowId, userId: event.lock?.userId ?? null });
            return;
          case 'knowledge':
            void queries.invalidateQueries({ queryKey: knowledgeKey(tenantId) });
            return;
          case 'chatwoot':
            void queries.invalidateQueries({ queryKey: chatwootKey(tenantId) });
            return;
          case 'handoff':
          case 'waitingAlert':
            call(event);
            return;
        }
      },
      // Who is there is known by who listens, so oneself only from now on.
      onConnect: (again) =>
        void queries.invalidateQueries({ queryKey: again ? [tenantId] : workloadKey(tenantId) }),
    });
    return () => {
      disconnect();
      conversations.stop();
      workload.clear();
      flows.stop();
    };
  }, [queries, tenantId]);
}
