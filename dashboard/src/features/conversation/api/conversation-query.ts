import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { conversationKeys } from './conversation-keys';

export function conversationQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: conversationKeys.one(tenantId, id),
    queryFn: ({ signal }) =>
      call(api.GET('/api/v1/conversations/{id}', { params: { path: { id } }, signal })),
  });
}
