import { proxyActivities } from '@temporalio/workflow';
import type { BackgroundActivities } from '../../activities';
import { BACKGROUND_QUEUE } from '../task-queues';

const { sweep } = proxyActivities<BackgroundActivities>({
  taskQueue: BACKGROUND_QUEUE,
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
  summary: 'Procura mensagens que não chegaram à sua conversa',
});

/** Started by a schedule: what was stored and never reached its workflow is handed over. */
export async function sweepInbox(): Promise<void> {
  await sweep();
}
