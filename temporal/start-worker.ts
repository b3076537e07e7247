import { runProcess } from '../config/run-process';
import { openDeps } from './open-deps';
import { installTemporalRuntime, openTemporal, runWorkers } from './run-worker';

/** `npm run worker`: workflows and activities, without the API. */
runProcess('worker', async (env, log, stopSoon) => {
  installTemporalRuntime(log);
  const connection = await openTemporal(env, log);
  const deps = await openDeps(env, log, connection);
  const stopWorkers = await runWorkers(env, deps, connection, stopSoon);
  log.info('the worker is up');
  return async () => {
    await stopWorkers();
    await deps.close();
    await connection.close();
  };
});
