import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { CHATWOOT_STEPS_AT_ONCE, createActivities, FILES_AT_ONCE, FLOW_CALLS_AT_ONCE } from '../activities';
import type { ActivityDeps } from '../activities/deps';
import {
  BACKGROUND_QUEUE,
  CONVERSATION_QUEUE,
  DELIVER_QUEUE,
  FILES_QUEUE,
  FLOW_QUEUE,
  ORDER_QUEUE,
} from '../workflows/task-queues';
import { createActivityInterceptor } from './activity-interceptor';

const BACKGROUND_AT_ONCE = 20;
/** One statement's work each. */
const ORDERS_AT_ONCE = 20;
/** What waits for systems of tenants. */
const OUTSIDE_AT_ONCE = FLOW_CALLS_AT_ONCE + CHATWOOT_STEPS_AT_ONCE;
/** About 62 KiB of heap each, of which 60 are the SDK's (measured: docs/benchmarks.md). */
const CACHED_CONVERSATIONS = 2_000;

export interface Workers {
  /** Resolves when they have stopped; rejects when one fails for good. */
  run(): Promise<void>;
  shutdown(): void;
}

/**
 * One worker a task queue, all on one connection.
 *
 * @param options.workflowBundle path of the bundle made by scripts/build.mjs
 */
export async function createWorkers(options: {
  connection: NativeConnection;
  namespace: string;
  workflowBundle: string;
  deps: ActivityDeps;
}): Promise<Workers> {
  const { connection, namespace } = options;
  const activities = createActivities(options.deps);
  // A turn waits for a model most of its time: many may wait at once.
  const { turnsAtOnce, deliveriesAtOnce } = options.deps.env.worker;
  const common: Omit<WorkerOptions, 'taskQueue'> = {
    connection,
    namespace,
    interceptors: { activity: [() => ({ inbound: createActivityInterceptor() })] },
    // Work under way may finish; a turn that does not is taken up again elsewhere.
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '10 seconds',
    // How soon a running turn hears that it was cancelled.
    maxHeartbeatThrottleInterval: '1 second',
    defaultHeartbeatThrottleInterval: '1 second',
  };
  const workers = [
    await Worker.create({
      ...common,
      taskQueue: CONVERSATION_QUEUE,
      workflowBundle: { codePath: options.workflowBundle },
      activities: activities.conversation,
      maxCachedWorkflows: CACHED_CONVERSATIONS,
      maxConcurrentActivityTaskExecutions: turnsAtOnce,
      // A worker that died is waited for this long before its conversations are taken over.
      stickyQueueScheduleToStartTimeout: '3 seconds',
    }),
    await Worker.create({
      ...common,
      taskQueue: ORDER_QUEUE,
      activities: activities.order,
      maxConcurrentActivityTaskExecutions: ORDERS_AT_ONCE,
    }),
    await Worker.create({
      ...common,
      taskQueue: DELIVER_QUEUE,
      activities: activities.deliver,
      maxConcurrentActivityTaskExecutions: deliveriesAtOnce,
    }),
    await Worker.create({
      ...common,
      taskQueue: FLOW_QUEUE,
      activities: activities.flow,
      maxConcurrentActivityTaskExecutions: OUTSIDE_AT_ONCE,
    }),
    await Worker.create({
      ...common,
      taskQueue: FILES_QUEUE,
      activities: activities.files,
      maxConcurrentActivityTaskExecutions: FILES_AT_ONCE,
    }),
    await Worker.create({
      ...common,
      taskQueue: BACKGROUND_QUEUE,
      activities: activities.background,
      maxConcurrentActivityTaskExecutions: BACKGROUND_AT_ONCE,
    }),
  ];
  let stopping = false;
  return {
    async run() {
      const runs = workers.map((worker) => worker.run());
      try {
        await Promise.all(runs);
      } catch (error) {
        if (!stopping) throw error;
        await Promise.allSettled(runs);
        // Only work that did not end when it was asked to: it is taken up elsewhere as after a crash.
        options.deps.log.warn({ err: error }, 'work was cut short by the stop');
      }
    },
    shutdown() {
      stopping = true;
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    },
  };
}
