import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { BackgroundActivities, ConversationActivities, DeliverActivities } from '../../activities';
import { BACKGROUND_QUEUE, DELIVER_QUEUE } from '../task-queues';

// Work that was asked to stop is waited for: it may have spoken already, and says so.
const cancellationType = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED;

/** A worker that dies is noticed by its missing heartbeat. A turn hands over by itself when the model keeps failing. */
export const { answerTurn } = proxyActivities<ConversationActivities>({
  startToCloseTimeout: '3 minutes',
  heartbeatTimeout: '5 seconds',
  scheduleToCloseTimeout: '1 hour',
  cancellationType,
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds' },
  summary: 'Responde ao cliente',
});

/** Unlimited tries: a state that is not written must not be acted upon. */
export const { saveConversationState } = proxyLocalActivities<ConversationActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

const sending = {
  taskQueue: DELIVER_QUEUE,
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '5 seconds',
  scheduleToCloseTimeout: '6 hours',
  cancellationType,
  // Somebody waits for it: an outage of a minute is over long before the tries are a minute apart (after some three minutes).
  retry: { initialInterval: '1 second', backoffCoefficient: 1.4, maximumInterval: '1 minute' },
} as const;

export const { deliverBalloon } = proxyActivities<DeliverActivities>({
  ...sending,
  summary: 'Entrega uma mensagem',
});
export const { sendNotice } = proxyActivities<DeliverActivities>({
  ...sending,
  summary: 'Envia um aviso ao cliente',
});

export const { sendTransferNotice } = proxyActivities<DeliverActivities>({
  ...sending,
  summary: 'Avisa sobre uma transferência',
});
export const { sayGoodbye } = proxyActivities<DeliverActivities>({
  ...sending,
  summary: 'Despede-se do cliente',
});

/** A customer waits for what depends on it, so the first tries come soon; an outage of a quarter of an hour ends it. */
export const { takeInMedia } = proxyActivities<BackgroundActivities>({
  taskQueue: BACKGROUND_QUEUE,
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '10 seconds',
  scheduleToCloseTimeout: '15 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: 'Busca e entende um arquivo do cliente',
});
export const { giveUpMedia } = proxyActivities<BackgroundActivities>({
  taskQueue: BACKGROUND_QUEUE,
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '24 hours',
  retry: { initialInterval: '2 seconds', maximumInterval: '10 minutes' },
  summary: 'Registra que um arquivo não pôde ser usado',
});

const telling = {
  taskQueue: BACKGROUND_QUEUE,
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '24 hours',
  retry: { initialInterval: '2 seconds', maximumInterval: '10 minutes' },
} as const;

export const { notifyTeam } = proxyActivities<BackgroundActivities>({
  ...telling,
  summary: 'Avisa a equipe',
});
export const { notifyTransfer } = proxyActivities<BackgroundActivities>({
  ...telling,
  summary: 'Avisa quem recebeu a conversa',
});
export const { alertTeam } = proxyActivities<BackgroundActivities>({
  ...telling,
  summary: 'Alerta a equipe: o cliente espera demais',
});

/** The mail waits for it: soon done, or given up. */
export const { summariseHandoff } = proxyActivities<BackgroundActivities>({
  taskQueue: BACKGROUND_QUEUE,
  startToCloseTimeout: '20 seconds',
  scheduleToCloseTimeout: '45 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '5 seconds', maximumAttempts: 3 },
  summary: 'Resume a conversa para a equipe',
});
export const { summariseHandoff: extractHandoff } = proxyActivities<BackgroundActivities>({
  ...telling,
  summary: 'Resume a conversa sem o modelo',
});
