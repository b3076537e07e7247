import { msToTs } from '@temporalio/common/lib/time.js';
import { ScheduleAlreadyRunning, ScheduleClient, ScheduleOverlapPolicy } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { Logger } from '../config/logger';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes';
import { CONVERSATION_QUEUE } from '../workflows/task-queues';

/** gRPC status codes, as native errors carry them. */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/** temporal/api/enums/v1/common.proto, IndexedValueType. */
const INDEXED_VALUE_TYPE: Record<(typeof SEARCH_ATTRIBUTES)[number]['type'], number> = {
  KEYWORD: 2,
  DATETIME: 6,
};

/** Closed runs stay visible this long where we make the namespace ourselves . */
const RETENTION = '3 days';

/**
 * Makes what our workflows expect of a namespace: itself, the search attributes, the schedules. Each part is left
 * alone where it exists, so every process may call it at every start. On Temporal Cloud the first two are the
 * account's to make, and a refusal is only logged.
 */
export async function prepareNamespace(
  connection: NativeConnection,
  namespace: string,
  log: Logger,
): Promise<void> {
  await ensureNamespace(connection, namespace);
  try {
    await ensureSearchAttributes(connection, namespace);
  } catch (error) {
    log.warn(
      { err: error },
      'could not register search attributes; register them by hand (docs/runbooks/temporal.md)',
    );
  }
  await ensureSchedules(connection, namespace);
}

async function ensureNamespace(connection: NativeConnection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return;
  } catch (error) {
    if (statusOf(error) !== NOT_FOUND) throw error;
  }
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(RETENTION),
    });
  } catch (error) {
    if (statusOf(error) !== ALREADY_EXISTS) throw error;
  }
}

async function ensureSearchAttributes(connection: NativeConnection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = SEARCH_ATTRIBUTES.filter(({ name }) => !(name in customAttributes));
  if (missing.length === 0) return;
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(({ name, type }) => [name, INDEXED_VALUE_TYPE[type]])),
    });
  } catch (error) {
    if (statusOf(error) !== ALREADY_EXISTS) throw error;
  }
}

async function ensureSchedules(connection: NativeConnection, namespace: string): Promise<void> {
  const schedules = new ScheduleClient({ connection, namespace });
  try {
    await schedules.create({
      scheduleId: 'sweep-inbox',
      spec: { intervals: [{ every: '1 minute' }] },
      // A missed sweep is made good by the next one.
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepInbox',
        taskQueue: CONVERSATION_QUEUE,
        workflowId: 'sweep-inbox',
        args: [],
        workflowExecutionTimeout: '5 minutes',
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : undefined;
}
