import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { resolve } from 'node:path';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { createLogger } from '../config/logger';
import { newId } from '../config/new-id';
import { createWorkflowGateway } from '../temporal/client';
import { connectTemporal } from '../temporal/connection';
import { installTemporalRuntime } from '../temporal/run-worker';
import { Stack } from '../tests/support/stack';
import { CONVERSATION_QUEUE } from '../workflows/task-queues';
import { startStubs } from './stubs';

/**
 * `npm run bench:memory [conversations]`: what a cached conversation costs a worker, beside the smallest workflow that
 * takes a message and runs an activity. Workflow code runs on this thread, so that its heap can be collected before it
 * is measured; nothing else is on it that grows.
 */
const COUNT = Number(process.argv[2] ?? 2_000);
/** Opened before anything is measured: what is loaded once must not be shared out among the rest. */
const WARM_UP = 200;
const AT_ONCE = 16;
const BAR_KIB = 64;
const TIMING = { debounceMs: 0, debounceMaxMs: 0, humanReturnMs: 86_400_000, idleCloseMs: 86_400_000 };

const stubs = await startStubs();
const stack = await Stack.start(stubs, ['api']);
installTemporalRuntime(createLogger('bench', { level: 'silent', json: true }));
const connection = await connectTemporal(stack.env);
const { namespace } = stack.env.temporal;
try {
  const tenantId = newId();
  const gateway = createWorkflowGateway(connection, namespace);
  const ours = await measure({
    taskQueue: CONVERSATION_QUEUE,
    workflowBundle: { codePath: 'dist/workflows.js' },
    activity: 'answerTurn',
    result: { decision: 'answered', uptoSeq: 1, unsent: [] },
    open: () => gateway.messageReceived({ tenantId, conversationId: newId() }, { seq: 1, timing: TIMING }),
  });
  const client = new Client({ connection, namespace });
  const bare = await measure({
    taskQueue: 'bare',
    workflowBundle: await bundleWorkflowCode({ workflowsPath: resolve('bench/bare/workflow.ts') }),
    activity: 'reply',
    result: undefined,
    open: () =>
      client.workflow.signalWithStart('bare', {
        workflowId: `bare:${newId()}`,
        taskQueue: 'bare',
        signal: 'received',
        signalArgs: ['token'],
      }),
  });
  say(`| ${String(COUNT)} cached, answered once each | KiB of heap | KiB resident |`);
  say('|---|---|---|');
  say(`| a conversation (bar: ${String(BAR_KIB)} of heap) | ${ours.heap} | ${ours.resident} |`);
  say(`| bare Temporal | ${bare.heap} | ${bare.resident} |`);
} finally {
  await connection.close();
  await stack.close();
  stubs.close();
}
process.exit(0);

interface Subject {
  taskQueue: string;
  workflowBundle: WorkflowBundleOption;
  /** The one it runs for a message, and what that returns. */
  activity: string;
  result: unknown;
  /** Begins one more, with a message. */
  open(): Promise<unknown>;
}

/** What each costs, in KiB. */
async function measure(subject: Subject): Promise<{ heap: string; resident: string }> {
  let answered = 0;
  const { taskQueue, workflowBundle, activity, result } = subject;
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    // No threads: the heap of another one cannot be collected from here.
    debugMode: true,
    maxCachedWorkflows: WARM_UP + COUNT,
    activities: {
      [activity]() {
        answered += 1;
        return Promise.resolve(result);
      },
    },
  });
  const running = worker.run();
  const openUntil = async (count: number) => {
    for (let opened = answered; opened < count; opened = answered) {
      const batch = Math.min(AT_ONCE, count - opened);
      await Promise.all(Array.from({ length: batch }, () => subject.open()));
      while (answered < opened + batch) await pause(5);
    }
    // Until the last answers are recorded.
    await pause(2_000);
  };
  await openUntil(WARM_UP);
  const before = settled();
  await openUntil(WARM_UP + COUNT);
  const after = settled();
  worker.shutdown();
  await running;
  const each = (field: 'heapUsed' | 'rss') => ((after[field] - before[field]) / COUNT / 1_024).toFixed(1);
  return { heap: each('heapUsed'), resident: each('rss') };
}

/** What is left after everything that can go has gone. */
function settled(): NodeJS.MemoryUsage {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) collect();
  return process.memoryUsage();
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
