import type { ConversationEvent, ConversationFacts, Effect, Step, TransferEvent } from './facts';
import { ConversationState, NoticeKind } from './state';

export type {
  ConversationEvent,
  ConversationFacts,
  Effect,
  FlowHandover,
  Step,
  TransferEvent,
} from './facts';

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
export function nextStep(facts: ConversationFacts, event: ConversationEvent, usualReturnMs: number): Step {
  const humanReturnMs = facts.humanReturnMs ?? usualReturnMs;
  const aiActive = facts.state === ConversationState.IA_ATIVA;
  switch (event.type) {
    case 'messageReceived':
      return { facts: received(facts, event.seq), effects: [] };

    case 'flowListens':
      return { facts: { ...facts, flowListensAfter: event.afterSeq }, effects: [] };

    case 'flowDone': {
      const next = { ...facts };
      delete next.flowListensAfter;
      return { facts: next, effects: [] };
    }

    case 'answered':
    case 'silenced':
      return { facts: handledUpTo(facts, event.uptoSeq), effects: [] };

    case 'handedOver':
      // A person came while the AI was deciding that it needs one.
      if (!aiActive) return { facts, effects: [] };
      return handedOver(facts, event, humanReturnMs);

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
        facts: event.answerPending ? returned : handledUpTo(returned, event.uptoSeq ?? facts.receivedSeq),
        effects: [{ type: 'saveState', cause: event }],
      };
    }

    case 'resolved':
      return {
        facts: handledUpTo(withAi(facts), event.uptoSeq ?? facts.receivedSeq),
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
          ...(event.toFlow === true ? [] : returnNotices(nobodyCame)),
        ],
      };
    }
  }
}

function handedOver(
  facts: ConversationFacts,
  event: Extract<ConversationEvent, { type: 'handedOver' }>,
  usualReturnMs: number,
): Step {
  const { flow, reason } = event;
  return {
    facts: {
      ...speaking(handledUpTo(facts, event.uptoSeq)),
      state: ConversationState.AGUARDANDO_HUMANO,
      humanDeadline: event.at + (flow?.returnMs ?? usualReturnMs),
      ...(flow === undefined ? {} : { humanReturnMs: flow.returnMs }),
    },
    effects: [
      { type: 'saveState', cause: event },
      // A flow has words of its own.
      ...(flow === undefined ? [{ type: 'sendNotice' as const, notice: NoticeKind.fallback }] : []),
      { type: 'notifyTeam', reason, ...(flow?.summary === false ? { summary: false as const } : {}) },
    ],
  };
}

function returnNotices(nobodyCame: boolean): Effect[] {
  return [
    ...(nobodyCame ? [{ type: 'sendNotice' as const, notice: NoticeKind.unanswered }] : []),
    { type: 'sendNotice', notice: NoticeKind.humanReturn },
  ];
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
    facts.flowListensAfter === undefined &&
    facts.receivedSeq > facts.handledSeq
  );
}

/** The customer has said something to the flow that listens. */
export function owesReply({ state, flowListensAfter, receivedSeq, handledSeq }: ConversationFacts): boolean {
  return (
    state === ConversationState.IA_ATIVA &&
    flowListensAfter !== undefined &&
    receivedSeq > Math.max(flowListensAfter, handledSeq)
  );
}

/** Somebody owes the customer a reaction now: the AI, or the flow that listens. */
export function isOwed(facts: ConversationFacts): boolean {
  return owesAnswer(facts) || owesReply(facts);
}

function received(facts: ConversationFacts, seq: number): ConversationFacts {
  const next = { ...facts, receivedSeq: Math.max(facts.receivedSeq, seq) };
  return facts.flowsAwake === true && seq > facts.receivedSeq ? speaking(next) : next;
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
  const next = { ...speaking(facts), state: ConversationState.IA_ATIVA, humanDeadline: null };
  delete next.humanReturnMs;
  return next;
}

/** Nothing that is owed waits for an opening any more. */
function speaking(facts: ConversationFacts): ConversationFacts {
  const next = { ...facts };
  delete next.silentUntil;
  delete next.flowsAwake;
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
    facts: {
      ...speaking(facts),
      silentUntil: until,
      ...(event.flowsAwake === true ? { flowsAwake: true as const } : {}),
    },
    effects: [{ type: 'sendNotice', notice: NoticeKind.outOfHours, once, fence }],
  };
}
