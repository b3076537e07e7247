import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReferenceType } from '../../../../../domain/flow/define-node';
import { ApiError } from '../../../lib/api/api-error';
import { useKnowledge } from '../../../lib/api/knowledge-query';
import type { Knowledge } from '../../../lib/api/types';
import { useChannels } from '../../../lib/api/channels-query';
import { useAgents, useTeams, useUsers } from '../../../lib/api/team-queries';
import { useTenantId } from '../../../lib/session/use-session';
import { get } from '../../../lib/api/request';

export interface ReferenceOption {
  id: string;
  name: string;
}

export interface References {
  /** Undefined while it is not known what there is. */
  options: Partial<Record<ReferenceType, ReferenceOption[]>>;
}

/** Lists of the API that are only chosen from here. */
const LISTS = {
  tag: '/api/v1/tags',
  form: '/api/v1/forms',
  credential: '/api/v1/credentials',
  flow: '/api/v1/automations',
} as const;

/** Everything of the company's that a block can point to, by type. */
export function useReferences(): References {
  const tenantId = useTenantId();
  const { t } = useTranslation('flow-editor');
  const knowledge = useKnowledge();
  const channels = useChannels();
  const agents = useAgents();
  const teams = useTeams();
  const users = useUsers();
  const lists = useQueries({
    queries: Object.entries(LISTS).map(([type, path]) => ({
      queryKey: [tenantId, 'flow-references', type],
      queryFn: ({ signal }: { signal: AbortSignal }) => readList(path, signal),
      staleTime: 30_000,
    })),
    combine: (results: UseQueryResult<ReferenceOption[] | null>[]) => results.map(({ data }) => data),
  });
  const [tag, form, credential, flow] = lists;
  return {
    options: {
      ...known('channel', channels.data),
      ...known('agent', agents.data),
      ...known('team', teams.data),
      ...known('user', users.data),
      ...known('tag', tag),
      ...known('form', form),
      ...known('knowledge', knowledge.data && documentsOf(knowledge.data, t('reference.knowledge'))),
      ...known('credential', credential),
      ...known('flow', flow),
    },
  };
}

/** The knowledge text is the one document there is so far. */
function documentsOf({ documentId }: Knowledge, name: string): ReferenceOption[] {
  return documentId === null ? [] : [{ id: documentId, name }];
}

function known(
  type: ReferenceType,
  list: readonly ReferenceOption[] | null | undefined,
): References['options'] {
  return list ? { [type]: list.map(({ id, name }) => ({ id, name })) } : {};
}

async function readList(path: string, signal: AbortSignal): Promise<ReferenceOption[] | null> {
  try {
    const { items } = await get<{ items: ReferenceOption[] }>(path, signal);
    return items;
  } catch (error) {
    // What this person may not see is not offered, and not held against the flow.
    if (error instanceof ApiError && (error.status === 404 || error.status === 403)) return null;
    throw error;
  }
}
