import type { ConversationState } from '../domain/conversation/state';
import type { ConversationTiming } from '../domain/conversation/timing';
import type { ConversationKind, FlowOutcome } from '../domain/flow/order';
import type { CustomerNoticeTime, TransferTarget } from '../domain/conversation/transfer';

export interface ConversationRef {
  tenantId: string;
  conversationId: string;
}

export interface FlowRunRef {
  tenantId: string;
  runId: string;
}

export interface FlowScheduleRef {
  tenantId: string;
  flowId: string;
  /** The trigger. */
  nodeId: string;
}

/** A conversation's row, for a workflow that may know less than it. */
export interface KnownConversation {
  state: ConversationState;
  /** Unix ms. */
  humanDeadline: number | null;
  fence: number;
  receivedSeq: number;
  handledSeq: number;
}

export interface ConversationOrder {
  userId: string;
  timing: ConversationTiming;
  known?: KnownConversation | undefined;
}

/** One that closes what the customer said, up to this place in the timeline; absent: all that is known. */
export interface ClosingOrder extends ConversationOrder {
  uptoSeq?: number | undefined;
}

/** A file that came with a message: its id (the message's), and how long an answer waits for it (ms). */
export interface MediaToAwait {
  id: string;
  waitMs: number;
}

/** How services reach the workflows; implemented in temporal/client.ts. All of it throws ProviderUnavailableError. */
export interface WorkflowGateway {
  /** Durable when it returns, with every worker down too. Saying it twice is harmless. */
  messageReceived(
    ref: ConversationRef,
    fact: { seq: number; timing: ConversationTiming; media?: MediaToAwait },
  ): Promise<void>;
  /**
   * As messageReceived. With `balloonId`, the workflow delivers what the person wrote; with `mediaId`, it has the file
   * taken in that they sent from the paired phone.
   */
  humanReplied(
    ref: ConversationRef,
    fact: {
      uptoSeq: number;
      userId: string | null;
      balloonId: string | null;
      timing: ConversationTiming;
      mediaId?: string;
    },
  ): Promise<void>;
  /** As messageReceived: a merge of two contacts, or its undo, has numbered the conversation anew. */
  rewritten(
    ref: ConversationRef,
    fact: {
      seq: number;
      answeredSeq: number;
      withTeam: { state: ConversationState; humanDeadline: number } | null;
      timing: ConversationTiming;
    },
  ): Promise<void>;
  /** All of it is in another conversation now; one that does not run has nothing to end. */
  mergedAway(ref: ConversationRef): Promise<void>;
  /**
   * The customer's phone says "typing", or no more. Worth saying only while an answer is owed; nothing happens when
   * no run is open.
   */
  customerTyping(ref: ConversationRef, fact: { typing: boolean }): Promise<void>;
  /** Orders: they return when the state is written, or fail. */
  takeOver(ref: ConversationRef, order: ConversationOrder): Promise<ConversationState>;
  returnToAi(
    ref: ConversationRef,
    order: ClosingOrder & { answerPending: boolean },
  ): Promise<ConversationState>;
  resolve(ref: ConversationRef, order: ClosingOrder): Promise<ConversationState>;
  /**
   * Moves the deadline of a conversation that the team has.
   *
   * @throws ConflictError not_with_team: the AI has it
   * @throws ValidationError deadline_too_far
   */
  extend(
    ref: ConversationRef,
    order: ConversationOrder & { byMs: number },
  ): Promise<{ state: ConversationState; humanDeadline: number | null }>;
  /** The words of the transfer stand in the database under its id; the same id again is the same transfer. */
  transfer(
    ref: ConversationRef,
    order: ConversationOrder & {
      transferId: string;
      to: TransferTarget;
      customerNotice: CustomerNoticeTime;
    },
  ): Promise<ConversationState>;
  /** The team's time is up and nothing happened: the workflow, which may be lost, is told. Repeating is harmless. */
  deadlineFound(
    ref: ConversationRef,
    fact: { known: KnownConversation; timing: ConversationTiming },
  ): Promise<void>;
  /** Indexes a saved revision; the same revision is indexed once. */
  ingestDocument(revision: {
    tenantId: string;
    documentId: string;
    revisionId: string;
    number: number;
  }): Promise<void>;
  /**
   * A run of a flow asks something of the conversation: its words stand in the database under the id. Durable when it
   * returns, and harmless to repeat.
   */
  flowOrder(
    ref: ConversationRef,
    fact: { orderId: string; kind: ConversationKind; timing: ConversationTiming },
  ): Promise<void>;
  /** Nobody waits for these orders any more; a conversation that does not run has none. */
  flowOrderWithdrawn(ref: ConversationRef, fact: { orderIds: string[] }): Promise<void>;
  /** Begins the workflow of a stored run; once, however often it is said and however it has ended. */
  startFlowRun(ref: FlowRunRef): Promise<void>;
  /** Something a run waits for came to its end; a run that has ended has nobody whom it concerns. */
  flowOutcome(ref: FlowRunRef, fact: { effect: string; outcome: FlowOutcome }): Promise<void>;
  /** Makes the schedule of a trigger this one. `catchUp`: an hour that passed while the engine was down is made up for. */
  putFlowSchedule(
    ref: FlowScheduleRef,
    schedule: { cron: string; zone: string; catchUp: boolean },
  ): Promise<void>;
  /** Takes the schedule of a trigger away, if there is one. */
  dropFlowSchedule(ref: FlowScheduleRef): Promise<void>;
  /** Asks a run to end; one that has ended stays as it is. */
  cancelFlowRun(ref: FlowRunRef, fact: { userId: string | null }): Promise<void>;
  /** Moves a parked run to another version of its flow; one that has gone on since stays where it is. */
  moveFlowRun(ref: FlowRunRef, fact: { versionId: string }): Promise<void>;
  /** A conversation changed, or (`hear`) its twin at the tenant's Chatwoot did. Durable, and harmless to repeat. */
  chatwootChanged(ref: ConversationRef, fact: { hear: boolean }): Promise<void>;
  /** Has a tenant's Chatwoot looked through, unless it is being looked through already. */
  reconcileChatwoot(tenantId: string): Promise<void>;
  /** @throws when the engine does not answer */
  ping(): Promise<void>;
}
