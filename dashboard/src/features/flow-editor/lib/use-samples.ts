import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSession } from '../../../lib/session/use-session';
import { fetchLastRun } from '../api/api';
import type { EditorParts } from './editor-context';
import { exampleSamples, samplesOf } from './samples';

/** Values to try words on: those of the last run where there was one, examples elsewhere. */
export function useSamples(flowId: string): Pick<EditorParts, 'samples' | 'samplesFrom'> {
  const { tenant } = useSession();
  const [examples] = useState(() => exampleSamples(tenant.name, new Date()));
  const run = useQuery({
    queryKey: [tenant.id, 'flow-last-run', flowId],
    queryFn: ({ signal }) => fetchLastRun(flowId, signal),
    staleTime: 60_000,
  }).data;
  return useMemo(
    () => ({ samples: samplesOf(examples, run), samplesFrom: run ? 'run' : 'examples' }),
    [examples, run],
  );
}
