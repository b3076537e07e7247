import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { meQuery } from '../../../lib/api/me-query';
import type { BotConfig } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';
import { configKey } from './use-config';

export function useSaveConfig() {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  const queryKey = configKey(tenantId);
  return useMutation({
    mutationFn: (body: BotConfig) => call(api.PUT('/api/v1/config', { body })),
    onSuccess: (config) => {
      queries.setQueryData(queryKey, config);
      // The time zone is shown everywhere.
      void queries.invalidateQueries({ queryKey: meQuery(tenantId).queryKey });
    },
  });
}
