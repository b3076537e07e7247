import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { conversationKeys } from './conversation-keys';

/** A person under every name a provider has for them. */
export function useContact(id: string) {
  return useQuery({
    queryKey: conversationKeys.contact(useTenantId(), id),
    queryFn: ({ signal }) => call(api.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal })),
  });
}
