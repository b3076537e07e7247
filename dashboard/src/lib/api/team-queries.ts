import { useQuery } from '@tanstack/react-query';
import { useTenantId } from '../session/use-session';
import { api } from './client';
import { call } from './call';

/** Shown on their own page, and looked up by whoever transfers a conversation. */
export const teamKeys = {
  users: (tenantId: string) => [tenantId, 'users'] as const,
  teams: (tenantId: string) => [tenantId, 'teams'] as const,
  agents: (tenantId: string) => [tenantId, 'agents'] as const,
  numbers: (tenantId: string) => [tenantId, 'internal-contacts'] as const,
};

export function useUsers() {
  return useQuery({
    queryKey: teamKeys.users(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/users', { signal }))).items,
  });
}

export function useTeams() {
  return useQuery({
    queryKey: teamKeys.teams(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/teams', { signal }))).items,
  });
}

export function useAgents() {
  return useQuery({
    queryKey: teamKeys.agents(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/agents', { signal }))).items,
  });
}

/** Colleagues who are reached by WhatsApp. */
export function useInternalContacts() {
  return useQuery({
    queryKey: teamKeys.numbers(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/internal-contacts', { signal }))).items,
  });
}
