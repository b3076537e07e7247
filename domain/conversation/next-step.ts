import { ConversationState, NoticeKind, type HandoffReason } from './state';
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
}

export type ConversationEvent =
  | { type: 'messageReceived'; seq: number }
  | { type: 'answered'; uptoSeq: number }
  | { type: 'handedOver'; uptoSeq: number; reason: HandoffReason; at: number }
  /** The AI may not speak for this tenant (suspended, not paying): the messages stay unanswered. */
  | { type: 'silenced'; uptoSeq: number }
  /** A person wrote, in the dashboard or on the paired phone. */
  | { type: 'humanReplied'; uptoSeq: number; at: number; userId: string | null }
  | { type: 'takenOver'; at: number; userId: string }
  /** The person who has it, or who is awaited, gets more time. */
  | { type: 'extended'; at: number; byMs: number; userId: string }
  | { type: 'returnedToAi'; userId: string; answerPending: boolean }
  | { type: 'resolved'; userId: string }
  /** A person gives the conversation to somebody else. */
  | {
      type: 'transferred';
      transferId: string;
      to: TransferTarget;
      customerNotice: CustomerNoticeTime;
      at: number;
      userId: string;
    }
  | { type: 'deadlinePassed' }
  /** A turn found that nobody is there, and that the AI is silent then. `fence`: what it found it under. */
  | { type: 'closed'; opensAt: number; until: number; fence: number }
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
  | { type: 'notifyTeam'; reason: HandoffReason }
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

export const NEW_CONVERSATION: ConversationFacts = {
  state: ConversationState.IA_ATIVA,
  humanDeadline: null,
  receivedSeq: 0,
  handledSeq: 0,
};

/**
 * The rules of who speaks when (docs/architecture.md), and the only place where they are. Pure: same facts and event,
 * same step. Events about messages may come twice or out of order; what is already known changes nothing.
 */
export function nextStep(facts: ConversationFacts, event: ConversationEvent, humanReturnMs: number): Step {
  const aiActive = facts.state === ConversationState.IA_ATIVA;
  switch (event.type) {
    case 'messageReceived':
      return { facts: { ...facts, receivedSeq: Math.max(facts.receivedSeq, event.seq) }, effects: [] };

    case 'answered':
    case 'silenced':
      return { facts: handledUpTo(facts, event.uptoSeq), effects: [] };

    case 'handedOver':
      // A person came while the AI was deciding that it needs one.
      if (!aiActive) return { facts, effects: [] };
      return {
        facts: {
          ...speaking(handledUpTo(facts, event.uptoSeq)),
          state: ConversationState.AGUARDANDO_HUMANO,
          humanDeadline: event.at + humanReturnMs,
        },
        effects: [
          { type: 'saveState', cause: event },
          { type: 'sendNotice', notice: NoticeKind.fallback },
          { type: 'notifyTeam', reason: event.reason },
        ],
      };

    case 'humanReplied':
      return withPerson(handledUpTo(facts, event.uptoSeq), event, event.at + humanReturnMs);

    case 'takenOver':
      return withPerson(facts, event, event.at + humanReturnMs);

    case 'extended':
      return extended(facts, event);

    case 'closed':
      return closed(facts, event);

    case 'opened':
      return { facts: speaking(facts), effects: [] };

    case 'returnedToAi': {
      if (aiActive) return { facts, effects: [] };
      const returned = withAi(facts);
      return {
        facts: event.answerPending ? returned : handledUpTo(returned, facts.receivedSeq),
        effects: [{ type: 'saveState', cause: event }],
      };
    }

    case 'resolved':
      return {
        facts: handledUpTo(withAi(facts), facts.receivedSeq),
        effects: [{ type: 'saveState', cause: event }],
      };

    case 'transferred':
      return transferred(facts, event, humanReturnMs);

    case 'foundWithTeam':
      // Moved and moved back meanwhile: there is nothing to adopt.
      if (event.state === ConversationState.IA_ATIVA) return { facts, effects: [] };
      return {
        facts: {
          ...speaking(facts),
          state: event.state,
          humanDeadline: event.deadline ?? event.at + humanReturnMs,
        },
        effects: [{ type: 'saveState', cause: event }],
      };

    case 'rewritten':
      return rewritten(facts, event);

    case 'mergedAway':
      return { facts: handledUpTo(withAi(facts), facts.receivedSeq), effects: [] };

    case 'deadlinePassed': {
      if (aiActive) return { facts, effects: [] };
      const nobodyCame = facts.state === ConversationState.AGUARDANDO_HUMANO;
      return {
        facts: withAi(facts),
        effects: [
          { type: 'saveState', cause: event },
          ...(nobodyCame ? [{ type: 'sendNotice' as const, notice: NoticeKind.unanswered }] : []),
          { type: 'sendNotice', notice: NoticeKind.humanReturn },
        ],
      };
    }
  }
}

/**
 * Who has the word after a transfer: an agent, which answers what is open; the person who ordered it, when it is to
 * themselves; else nobody yet, so the customer waits, whoever had it before. The clock starts anew.
 */
function transferred(facts: ConversationFacts, event: TransferEvent, humanReturnMs: number): Step {
  const { to, at, transferId, customerNotice } = event;
  const toThemselves = to.type === 'user' && to.id === event.userId;
  const state =
    to.type === 'agent'
      ? ConversationState.IA_ATIVA
      : toThemselves
        ? ConversationState.HUMANO_RESPONDEU
        : ConversationState.AGUARDANDO_HUMANO;
  const humanDeadline = state === ConversationState.IA_ATIVA ? null : at + humanReturnMs;
  return {
    facts: { ...speaking(facts), state, humanDeadline },
    effects: [
      { type: 'saveState', cause: event },
      ...(customerNotice === 'now' ? [{ type: 'tellCustomer' as const, transferId }] : []),
      { type: 'announceTransfer', transfer: event },
    ],
  };
}

/** The AI owes an answer, and may give it now. */
export function owesAnswer(facts: ConversationFacts): boolean {
  return (
    facts.state === ConversationState.IA_ATIVA &&
    facts.silentUntil === undefined &&
    facts.receivedSeq > facts.handledSeq
  );
}

function handledUpTo(facts: ConversationFacts, uptoSeq: number): ConversationFacts {
  return {
    ...facts,
    // A turn may have seen messages whose signal is still on its way.
    receivedSeq: Math.max(facts.receivedSeq, uptoSeq),
    handledSeq: Math.max(facts.handledSeq, uptoSeq),
  };
}

function withPerson(facts: ConversationFacts, cause: ConversationEvent, humanDeadline: number): Step {
  return {
    facts: { ...speaking(facts), state: ConversationState.HUMANO_RESPONDEU, humanDeadline },
    effects: [{ type: 'saveState', cause }],
  };
}

function withAi(facts: ConversationFacts): ConversationFacts {
  return { ...speaking(facts), state: ConversationState.IA_ATIVA, humanDeadline: null };
}

/** Nothing that is owed waits for an opening any more. */
function speaking(facts: ConversationFacts): ConversationFacts {
  const next = { ...facts };
  delete next.silentUntil;
  return next;
}

function rewritten(facts: ConversationFacts, event: Extract<ConversationEvent, { type: 'rewritten' }>): Step {
  const renumbered = {
    ...facts,
    receivedSeq: Math.max(facts.receivedSeq, event.seq),
    handledSeq: Math.max(facts.handledSeq, event.answeredSeq),
  };
  if (event.withTeam === null) return { facts: renumbered, effects: [] };
  return {
    facts: { ...speaking(renumbered), ...event.withTeam },
    effects: [{ type: 'saveState', cause: event }],
  };
}

function extended(facts: ConversationFacts, event: Extract<ConversationEvent, { type: 'extended' }>): Step {
  if (facts.humanDeadline === null) return { facts, effects: [] };
  const humanDeadline = Math.max(facts.humanDeadline, event.at) + event.byMs;
  return { facts: { ...facts, humanDeadline }, effects: [{ type: 'saveState', cause: event }] };
}

function closed(facts: ConversationFacts, event: Extract<ConversationEvent, { type: 'closed' }>): Step {
  // A person came while the turn was looking at the clock.
  if (facts.state !== ConversationState.IA_ATIVA) return { facts, effects: [] };
  const { until, opensAt, fence } = event;
  const once = `closed-until-${opensAt}`;
  return {
    facts: { ...facts, silentUntil: until },
    effects: [{ type: 'sendNotice', notice: NoticeKind.outOfHours, once, fence }],
  };
}
