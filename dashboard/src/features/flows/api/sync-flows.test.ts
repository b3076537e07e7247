import { QueryClient } from '@tanstack/react-query';
import { flowKeys } from './keys';
import { createFlowSync } from './sync-flows';

const TENANT = 't';
const RUN = flowKeys.run(TENANT, 'r1');
const OTHER_RUN = flowKeys.run(TENANT, 'r2');
const LIST = flowKeys.list(TENANT);
const RUNS = flowKeys.runsOf(TENANT, 'f', {});
const VERSIONS = flowKeys.versions(TENANT, 'f');

function outdatedAfter(
  event: { type: 'flow'; flowId: string } | { type: 'flowRun'; flowId: string; runId: string },
) {
  const queries = new QueryClient();
  const keys = { RUN, OTHER_RUN, LIST, RUNS, VERSIONS };
  for (const key of Object.values(keys)) queries.setQueryData([...key], {});
  const sync = createFlowSync(queries, TENANT);
  sync.add(event);
  sync.stop();
  const names = Object.entries(keys).filter(
    ([, key]) => queries.getQueryState([...key])?.isInvalidated === true,
  );
  queries.clear();
  return names.map(([name]) => name);
}

describe('live events of automations', () => {
  it('a run makes its own page and the lists old, and nothing else', () => {
    expect(outdatedAfter({ type: 'flowRun', flowId: 'f', runId: 'r1' })).toEqual(['RUN', 'LIST', 'RUNS']);
  });

  it('an automation makes all that is known of automations old', () => {
    expect(outdatedAfter({ type: 'flow', flowId: 'f' })).toEqual([
      'RUN',
      'OTHER_RUN',
      'LIST',
      'RUNS',
      'VERSIONS',
    ]);
  });
});
