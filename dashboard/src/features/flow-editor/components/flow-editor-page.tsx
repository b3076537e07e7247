import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument, FlowNode } from '../../../../../domain/flow/document';
import { loadFlow } from '../../../../../domain/flow/load';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Notice } from '../../../components/notice';
import { Skeleton } from '../../../components/skeleton';
import { usePageTitle } from '../../../lib/use-page-title';
import { useMay, useTenantId } from '../../../lib/session/use-session';
import { type Automation, automationKey, fetchAutomation } from '../api/api';
import type { NodeStatus, SamplesFrom } from '../lib/editor-context';
import { FlowEditor } from './flow-editor';

/** What other parts of the product put into the editor. */
export interface EditorSlots {
  /** Opened by "Publish", when everything is saved. */
  publishDialog?: (props: {
    flowId: string;
    open: boolean;
    onClose: () => void;
    onPublished: () => void;
    onShowNode: (nodeId: string) => void;
  }) => ReactNode;
  simulator?: (props: {
    flowId: string;
    document: FlowDocument;
    onNode: (nodeId: string | undefined) => void;
  }) => ReactNode;
  /** One block alone, in its settings. */
  nodeTrial?: (props: {
    flowId: string;
    document: FlowDocument;
    node: FlowNode;
    known: { values: FlowObject; from: SamplesFrom };
  }) => ReactNode;
  /** The published version, and how many runs stand at its blocks now. */
  live?: (props: { flowId: string }) => ReactNode;
  /** How blocks stand in a run, painted over the drawing. */
  statuses?: Readonly<Record<string, NodeStatus>>;
}

export function FlowEditorPage({ flowId, slots }: { flowId: string; slots: EditorSlots }) {
  const { t } = useTranslation('flow-editor');
  const tenantId = useTenantId();
  const queries = useQueryClient();
  const mayEdit = useMay('ORG_MANAGER');
  const [opened, setOpened] = useState(0);
  const automation = useQuery({
    queryKey: automationKey(tenantId, flowId),
    queryFn: ({ signal }) => fetchAutomation(flowId, signal),
    // The editor is ahead of the server: what comes later would undo what was typed.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  usePageTitle(automation.data?.name ?? t('flow.title'));
  if (automation.data === undefined) {
    return automation.isError ? (
      <ErrorState
        error={automation.error}
        onRetry={() => void automation.refetch()}
        retrying={automation.isFetching}
      />
    ) : (
      <Loading className="flex h-full flex-col gap-4 p-4">
        <Skeleton className="h-12" />
        <Skeleton className="flex-1 rounded-card" />
      </Loading>
    );
  }
  const loaded = loadFlow(automation.data.draft);
  if (!loaded.ok) {
    return (
      <Notice tone="danger" role="alert" title={t('load.failed')} className="m-4">
        {loaded.problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}
      </Notice>
    );
  }
  return (
    <FlowEditor
      key={`${flowId} ${opened}`}
      automation={automation.data}
      document={{ ...loaded.document, name: automation.data.name }}
      mayEdit={mayEdit}
      slots={slots}
      onReload={async () => {
        const fresh = await automation.refetch();
        if (fresh.isSuccess) setOpened((count) => count + 1);
      }}
      onPublished={() => {
        void fetchAutomation(flowId).then((fresh) => {
          queries.setQueryData<Automation>(automationKey(tenantId, flowId), (before) => {
            if (!before) return before;
            const { status, published, webhooks } = fresh;
            return { ...before, status, published, webhooks };
          });
        });
      }}
    />
  );
}
