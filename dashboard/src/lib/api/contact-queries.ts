import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useTenantId } from '../session/use-session';
import { call } from './call';
import { api } from './client';

/** Shown beside their conversation, and looked up wherever one of them is to be chosen. */
export const contactKeys = {
  one: (tenantId: string, id: string) => [tenantId, 'contact', id] as const,
  search: (tenantId: string, q: string) => [tenantId, 'contact-search', q] as const,
};

const SHOWN = 20;

/** A person under every name a provider has for them; without an id, nobody is asked for. */
export function useContact(id: string | undefined) {
  return useQuery({ ...contactQuery(useTenantId(), id ?? ''), enabled: id !== undefined });
}

/** For whoever asks at a moment of their own. */
export const contactQuery = (tenantId: string, id: string) =>
  queryOptions({
    queryKey: contactKeys.one(tenantId, id),
    queryFn: ({ signal }) => call(api.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal })),
  });

/** Up to 20 people by name or number; without words, the newest. */
export function useContactSearch(q: string) {
  return useQuery({
    queryKey: contactKeys.search(useTenantId(), q),
    queryFn: async ({ signal }) =>
      (await call(api.GET('/api/v1/contacts', { params: { query: { q, limit: SHOWN } }, signal }))).items,
    placeholderData: keepPreviousData,
  });
}
