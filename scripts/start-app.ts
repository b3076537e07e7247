import { serveApi } from '../api/serve-api';
import { runProcess } from '../config/run-process';
import { openDeps } from '../temporal/open-deps';
import { installTemporalRuntime, openTemporal, runWorkers } from '../temporal/run-worker';

/** API and worker in one process: what `npm start` runs, and enough for one small server. */
runProcess('app', async (env, log, stopSoon) => {
  installTemporalRuntime(log);
  const connection = await openTemporal(env, log);
  const deps = await openDeps(env, log, connection);
  const stopWorkers = await runWorkers(env, deps, connection, stopSoon);
  const stopApi = await serveApi(deps, {
    local: deps.localLive,
    readiness: { database: () => deps.db.ping(), temporal: () => deps.workflows.ping() },
  });
  return async () => {
    await stopApi();
    await stopWorkers();
    await deps.close();
    await connection.close();
  };
});
