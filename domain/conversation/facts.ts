import type { NoticeKind, ConversationState, HandoffReason } from './state';
import type { CustomerNoticeTime, TransferTarget } from './transfer';

/** All that a conversation's workflow must remember, and carries when it continues as new. */
export interface ConversationFacts {
  state: ConversationState;
  /** When the AI comes back by itself (Unix ms); null in IA_ATIVA. */
  humanDeadline: number | null;
  /** Newest customer message heard of, as its place in the timeline. */
  receivedSeq: number;
  /** Up to where customer messages are answered, handed over or left to a person. */
  handledSeq: number;
  /** Nobody is there and the AI is silent: what is owed waits until then (Unix ms). */
  silentUntil?: number;
  /** Meanwhile a customer's message may begin a flow: it is looked at in spite of the silence. */
  flowsAwake?: true;
  /** A flow waits for what the customer says after this place in the timeline: it is its, not the AI's. */
  flowListensAfter?: number;
  /** How long the team has it at a time (ms), where a flow said so. */
  humanReturnMs?: number;
}

/** What a flow says about a hand-over that it asks for. */
export type FlowHandover = {
  orderId: string;
  /** How long nobody may come, and then how long a person may be silent (ms). */
  returnMs: number;
  to: { type: 'team' | 'user'; id: string } | null;
  priority: string;
  /** The model is asked for a summary. */
  summary: boolean;
};

export type ConversationEvent =
  | { type: 'messageReceived'; seq: number }
  | { type: 'answered'; uptoSeq: number }
  | { type: 'handedOver'; uptoSeq: number; reason: HandoffReason; at: number; flow?: FlowHandover }
  /** The AI may not speak for this tenant (suspended, not paying): the messages stay unanswered. */
  | { type: 'silenced'; uptoSeq: number }
  /** A person wrote, in the dashboard or on the paired phone. */
  | { type: 'humanReplied'; uptoSeq: number; at: number; userId: string | null }
  | { type: 'takenOver'; at: number; userId: string }
  /** The person who has it, or who is awaited, gets more time. */
  | { type: 'extended'; at: number; byMs: number; userId: string }
  /** `uptoSeq`: the newest message when it was ordered; what came since stays open. Absent: all that is known. */
  | { type: 'returnedToAi'; userId: string; answerPending: boolean; uptoSeq?: number | undefined }
  /** Null: a flow did, by this order. */
  | { type: 'resolved'; userId: string; flow?: undefined; uptoSeq?: number | undefined }
  | { type: 'resolved'; userId: null; flow: { orderId: string }; uptoSeq?: undefined }
  /** A person gives the conversation to somebody else. */
  | {
      type: 'transferred';
      transferId: string;
      to: TransferTarget;
      customerNotice: CustomerNoticeTime;
      at: number;
      /** Null: a flow did. */
      userId: string | null;
      /** What a flow leaves out. */
      flow?: { notify: boolean; summary: boolean };
    }
  /** A flow waits for what the customer says after this place. */
  | { type: 'flowListens'; afterSeq: number }
  /** It waits no more. */
  | { type: 'flowDone' }
  /** `toFlow`: one that waited for a person goes on, and says what there is to say. */
  | { type: 'deadlinePassed'; toFlow?: boolean }
  /** A turn found that nobody is there, and that the AI is silent then. `fence`: what it found it under. */
  | { type: 'closed'; opensAt: number; until: number; fence: number; flowsAwake?: boolean }
  /** The hour has come until which the AI was silent. */
  | { type: 'opened' }
  /** The database says that the team has it, and nobody has told the workflow (yet). */
  | { type: 'foundWithTeam'; state: ConversationState; at: number; deadline?: number | null | undefined }
  /** Two contacts were merged, or parted again, and the conversation's timeline was numbered anew in the database. */
  | {
      type: 'rewritten';
      seq: number;
      answeredSeq: number;
      /** Set when the team now has it because it had the other one. */
      withTeam: { state: ConversationState; humanDeadline: number } | null;
    }
  /** Its customer was found to be that of another conversation, where all of it is now. */
  | { type: 'mergedAway' };

export type TransferEvent = Extract<ConversationEvent, { type: 'transferred' }>;

/** What the workflow does about it, in this order. */
export type Effect =
  /** Write the state to the database, raise the fence, put the event into the timeline. */
  | { type: 'saveState'; cause: ConversationEvent }
  | SendNotice
  | { type: 'notifyTeam'; reason: HandoffReason; summary?: false }
  /** Tell the customer that somebody else continues. */
  | { type: 'tellCustomer'; transferId: string }
  /** Summarise, tell whoever it was transferred to, and the customer where that had to wait for the summary. */
  | { type: 'announceTransfer'; transfer: TransferEvent };

export interface SendNotice {
  type: 'sendNotice';
  notice: NoticeKind;
  /** Said once for this key in a conversation, however often it is asked for; without it, each time. */
  once?: string;
  /** What it holds under, where that is not the state that was just written. */
  fence?: number;
}

export interface Step {
  facts: ConversationFacts;
  effects: Effect[];
}
