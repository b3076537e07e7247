import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { MessagePage } from '../../../lib/api/types';

const PAGE = 40;

export function fetchMessages(id: string, cursor?: string, signal?: AbortSignal): Promise<MessagePage> {
  const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
  return call(
    api.GET('/api/v1/conversations/{id}/messages', {
      params: { path: { id }, query },
      ...(signal === undefined ? {} : { signal }),
    }),
  );
}
