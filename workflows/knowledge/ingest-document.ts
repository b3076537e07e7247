import { ActivityFailure, ApplicationFailure, proxyActivities, rootCause } from '@temporalio/workflow';
import type { BackgroundActivities, FilesActivities } from '../../activities';
import { BACKGROUND_QUEUE, FILES_QUEUE } from '../task-queues';
import { untilPlaced } from '../until-placed';

export interface IngestDocumentInput {
  tenantId: string;
  documentId: string;
  revisionId: string;
  correlationId: string | null;
}

const { indexKnowledge } = proxyActivities<FilesActivities>({
  taskQueue: FILES_QUEUE,
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '60 seconds',
  scheduleToCloseTimeout: '30 minutes',
  retry: { initialInterval: '2 seconds', maximumInterval: '1 minute', maximumAttempts: 6 },
  summary: 'Corta, vetoriza e indexa o texto',
});
const { failKnowledge } = proxyActivities<BackgroundActivities>({
  taskQueue: BACKGROUND_QUEUE,
  startToCloseTimeout: '30 seconds',
  summary: 'Registra que a indexação falhou',
});

/** Makes one saved revision of a document searchable. The one before it answers until then, and if this fails. */
export async function ingestDocument(input: IngestDocumentInput): Promise<void> {
  try {
    await untilPlaced(() => indexKnowledge(input));
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const { cause } = error;
    const reason = cause instanceof ApplicationFailure ? cause.message : (rootCause(error) ?? error.message);
    await failKnowledge({ ...input, reason });
  }
}
