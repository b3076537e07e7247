import type { ConversationState } from '../domain/conversation/state';
import type { ConversationTiming } from '../domain/conversation/timing';
import type { CustomerNoticeTime, TransferTarget } from '../domain/conversation/transfer';

export interface ConversationRef {
  tenantId: string;
  conversationId: string;
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
  /** As messageReceived. With `balloonId`, the workflow delivers what the person wrote. */
  humanReplied(
    ref: ConversationRef,
    fact: { uptoSeq: number; userId: string | null; balloonId: string | null; timing: ConversationTiming },
  ): Promise<void>;
  /**
   * The customer's phone says "typing", or no more. Worth saying only while an answer is owed; nothing happens when
   * no run is open.
   */
  customerTyping(ref: ConversationRef, fact: { typing: boolean }): Promise<void>;
  /** Orders: they return when the state is written, or fail. */
  takeOver(
    ref: ConversationRef,
    order: { userId: string; timing: ConversationTiming },
  ): Promise<ConversationState>;
  returnToAi(
    ref: ConversationRef,
    order: { userId: string; answerPending: boolean; timing: ConversationTiming },
  ): Promise<ConversationState>;
  resolve(
    ref: ConversationRef,
    order: { userId: string; timing: ConversationTiming },
  ): Promise<ConversationState>;
  /** The words of the transfer stand in the database under its id; the same id again is the same transfer. */
  transfer(
    ref: ConversationRef,
    order: {
      transferId: string;
      to: TransferTarget;
      customerNotice: CustomerNoticeTime;
      userId: string;
      timing: ConversationTiming;
    },
  ): Promise<ConversationState>;
  /** Indexes a saved revision; the same revision is indexed once. */
  ingestDocument(revision: {
    tenantId: string;
    documentId: string;
    revisionId: string;
    number: number;
  }): Promise<void>;
  /** @throws when the engine does not answer */
  ping(): Promise<void>;
}
