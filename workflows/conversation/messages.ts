import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ConversationKind } from '../../domain/flow/order';
import type { ConversationFacts } from '../../domain/conversation/next-step';
import type { ConversationState } from '../../domain/conversation/state';
import type { ConversationTiming } from '../../domain/conversation/timing';
import type { CustomerNoticeTime, TransferTarget } from '../../domain/conversation/transfer';

/** What a conversation's run begins with. `carried` comes from the run before it, when that continued as new. */
export interface ConversationInput {
  tenantId: string;
  conversationId: string;
  timing: ConversationTiming;
  carried?: CarriedConversation;
}

export interface CarriedConversation {
  facts: ConversationFacts;
  /** The fence that the workflow knows of; null until the database has told one. */
  fence: number | null;
  /** Messages promised and not delivered yet. */
  undelivered: { balloonId: string; by: 'ai' | 'human'; pauseMs?: number }[];
  /** When a person gave the conversation back to the AI, or the clock did (Unix ms). */
  aiSince?: number | null;
  /** What is left of a waiting period's alerts; absent when none is. */
  alerts?: CarriedAlerts;
  /** Files up to this place are waited for no longer; absent when none was given up. */
  gaveUpSeq?: number;
  /** What runs of flows have asked for and is not done; absent when there is nothing. */
  flowOrders?: CarriedFlowOrder[];
}

/** What a run of a flow has asked for, as far as it is carried out. */
export interface CarriedFlowOrder {
  orderId: string;
  kind: ConversationKind;
  /** `saying`: its balloons are with the speaker; `withPerson`: the team was called, and is waited for. */
  phase: 'new' | 'saying' | 'listening' | 'withPerson';
  /** Which time it asks, from 0. */
  attempt: number;
  /** While listening: what is said after this place is the reply, once it is quiet for so long (ms; absent: as usual). */
  afterSeq: number;
  quietMs?: number;
  /** Until when it listens (Unix ms). */
  until: number;
  /** The node has somewhere to go when a person takes over; else it waits until they give back. */
  leavesWhenTaken: boolean;
  /** The matter was closed while it was being said. */
  closed?: boolean;
  /** It is over, and its run is to be told. */
  ending?: FlowEnding;
}

/** How a conversation ends an order by itself: the way the node leaves by is for the order's own settings to say. */
export type FlowEnding =
  | 'timedOut'
  /** A person has the conversation, or has moved it. */
  | 'person'
  | 'takenOver'
  | 'nobody'
  | 'returned'
  | 'done'
  /** It could not be carried out. */
  | 'failed'
  /** The conversation is another one now, which goes on with it. */
  | 'merged';

export interface CarriedAlerts {
  /** Which alert comes next, and when (Unix ms). */
  level: 1 | 2;
  at: number;
  /** How long a customer may wait before the first (ms). */
  afterMs: number;
}

/** A conversation's row, for a run that knows less: the one that knew more was lost with the engine's data. */
export interface KnownRow {
  state: ConversationState;
  /** Unix ms. */
  humanDeadline: number | null;
  fence: number;
  receivedSeq: number;
  handledSeq: number;
}

/** Common to everything that arrives: the tenant's clocks as they are now, and what to log it under. */
interface Arrival {
  timing: ConversationTiming;
  correlationId: string | null;
}

/** A customer's message is stored. `seq` is its place in the timeline. */
export interface MessageReceived extends Arrival {
  seq: number;
  /** The file that came with it, and how long an answer waits for it (ms). */
  media?: { id: string; waitMs: number };
}
export const messageReceived = defineSignal<[MessageReceived]>('messageReceived');

/** A person has written; with `balloonId` it waits to be delivered, without it left from the paired phone. */
export interface HumanReplied extends Arrival {
  uptoSeq: number;
  userId: string | null;
  balloonId: string | null;
  /** The file that came with it, from the paired phone. */
  mediaId?: string;
}
export const humanReplied = defineSignal<[HumanReplied]>('humanReplied');

/** A merge of two contacts, or its undo, has numbered the conversation anew (services/contact). */
export interface Rewritten extends Arrival {
  seq: number;
  answeredSeq: number;
  /** Set when the team has it since, because it had the other one. */
  withTeam: { state: ConversationState; humanDeadline: number } | null;
}
export const rewritten = defineSignal<[Rewritten]>('rewritten');

/** All of it is in another conversation now. */
export const mergedAway = defineSignal('mergedAway');

/** The customer's phone says that they are writing, or that they stopped. Told only while an answer is owed. */
export const customerTyping = defineSignal<[{ typing: boolean }]>('customerTyping');
/** The database says that the team has it, and its time is up: the run that was to come back is missing or late. */
export interface DeadlineFound extends Arrival {
  known: KnownRow;
}
export const deadlineFound = defineSignal<[DeadlineFound]>('deadlineFound');

/** A run of a flow asks something of the conversation (flow_orders); its words stand in the database. */
export interface FlowOrderPlaced extends Arrival {
  orderId: string;
  /** The node's kind: whether it waits for somebody. */
  kind: ConversationKind;
}
export const flowOrder = defineSignal<[FlowOrderPlaced]>('flowOrder');

/** Nobody waits for these any more: what was not said yet stays unsaid. */
export const flowOrderWithdrawn = defineSignal<[{ orderIds: string[] }]>('flowOrderWithdrawn');

export interface Order extends Arrival {
  userId: string;
  /** Where the conversation stood when the order was given. */
  known?: KnownRow | undefined;
}
/** An order that closes what the customer said, up to here; absent: all that is known. */
interface ClosingOrder extends Order {
  uptoSeq?: number | undefined;
}
/** Orders answer with the state, once it is written. */
export const takeOver = defineUpdate<ConversationState, [Order]>('takeOver');
export const returnToAi = defineUpdate<ConversationState, [ClosingOrder & { answerPending: boolean }]>(
  'returnToAi',
);
export const resolve = defineUpdate<ConversationState, [ClosingOrder]>('resolve');

/** The words stand in the database under `transferId`; the same id again is the same transfer. */
export interface TransferOrder extends Order {
  transferId: string;
  to: TransferTarget;
  customerNotice: CustomerNoticeTime;
}
export const transfer = defineUpdate<ConversationState, [TransferOrder]>('transfer');

/** More time for the person who has it. Refused with the type NotWithTeam or TooFarAhead. */
export const extend = defineUpdate<ExtendedDeadline, [Order & { byMs: number }]>('extend');

export interface ExtendedDeadline {
  state: ConversationState;
  /** Unix ms; null when the AI came back in the same moment. */
  humanDeadline: number | null;
}

/** Why an order is refused, as the failure's type. */
export const NOT_WITH_TEAM = 'NotWithTeam';
export const TOO_FAR_AHEAD = 'TooFarAhead';
