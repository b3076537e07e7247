import { runProcess } from '../config/run-process';
import { openDeps } from '../temporal/open-deps';
import { installTemporalRuntime, openTemporal } from '../temporal/run-worker';
import { serveApi } from './serve-api';

/** `npm run api`: HTTP and sockets, without workers. */
runProcess('api', async (env, log) => {
  installTemporalRuntime(log);
  const connection = await openTemporal(env, log);
  const deps = await openDeps(env, log, connection);
  const stopApi = await serveApi(deps, {
    local: deps.localLive,
    readiness: { database: () => deps.db.ping(), temporal: () => deps.workflows.ping() },
  });
  return async () => {
    await stopApi();
    await deps.close();
    await connection.close();
  };
});
