import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { meQuery } from '../../../lib/api/me-query';
import type { Company } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';

const companyKey = (tenantId: string) => [tenantId, 'company'] as const;

export function useCompany() {
  return useQuery({
    queryKey: companyKey(useTenantId()),
    queryFn: ({ signal }) => call(api.GET('/api/v1/organizations/me', { signal })),
  });
}

export function useSaveCompany() {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return useMutation({
    mutationFn: (body: Pick<Company, 'locale'>) => call(api.PATCH('/api/v1/organizations/me', { body })),
    onSuccess: (saved) => {
      queries.setQueryData(companyKey(tenantId), saved);
      void queries.invalidateQueries({ queryKey: meQuery(tenantId).queryKey });
    },
  });
}
