import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type {
  BackgroundActivities,
  ConversationActivities,
  DeliverActivities,
  FilesActivities,
  OrderActivities,
} from '../../activities';
import { BACKGROUND_QUEUE, DELIVER_QUEUE, FILES_QUEUE, ORDER_QUEUE } from '../task-queues';

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

// Unlimited tries: a state that is not written must not be acted upon.
const writing = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
} as const;

/** Within the task that decided it. If that is lost, what made it decide is in the history, and decides again. */
export const { saveConversationState } = proxyLocalActivities<ConversationActivities>(writing);
/**
 * For an order of a person, which is in the history only once the task that took it is over. Written within that
 * task, the row could tell of an order that a lost task has undone.
 */
export const { saveConversationState: saveOrderedState } = proxyActivities<OrderActivities>({
  ...writing,
  taskQueue: ORDER_QUEUE,
  summary: 'Registra a ordem de uma pessoa',
});

/** What a flow asks for is looked up, put into the outbox, heard or ended: all of it in the database, and soon. */
export const { beginFlowOrder, finishFlowSaying, hearFlowReply } = proxyActivities<ConversationActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '5 seconds',
  scheduleToCloseTimeout: '1 hour',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
  summary: 'Cumpre o que um fluxo pediu',
});

/** Unlimited tries: a run waits for it. */
export const { endFlowOrder } = proxyActivities<ConversationActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
  summary: 'Conta ao fluxo como terminou',
});

/** As a turn: a model that keeps failing ends it with an error. */
export const { answerFlowOrder } = proxyActivities<ConversationActivities>({
  startToCloseTimeout: '3 minutes',
  heartbeatTimeout: '5 seconds',
  scheduleToCloseTimeout: '1 hour',
  cancellationType,
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds', maximumAttempts: 4 },
  summary: 'Responde com os documentos, para um fluxo',
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
export const { takeInMedia } = proxyActivities<FilesActivities>({
  taskQueue: FILES_QUEUE,
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
