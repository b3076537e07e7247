import { allHandlersFinished, condition, continueAsNew, patched, setHandler } from '@temporalio/workflow';
import { owesAnswer } from '../../domain/conversation/next-step';
import { ConversationState } from '../../domain/conversation/state';
import { AlertClock } from './alert-clock';
import { Clock } from './clock';
import { FlowDesk } from './flow-desk';
import { Ledger } from './ledger';
import { MediaDesk } from './media-desk';
import {
  type ConversationInput,
  customerTyping,
  deadlineFound,
  extend,
  flowOrder,
  flowOrderWithdrawn,
  humanReplied,
  mergedAway,
  messageReceived,
  type Order,
  resolve,
  returnToAi,
  rewritten,
  takeOver,
  transfer,
} from './messages';
import { Renewal } from './renewal';
import { requireAuthor, requireExtensible, requireTransfer } from './require';
import { Speaker } from './speaker';
import { waitUntilSaid } from './wait-until-said';

/** Where the engine's clock and the database's differ about an opening, it is looked at again after this long (ms). */
const LOOK_AGAIN_MS = 30_000;

/**
 * One conversation between a customer and a business: its only sender, and the authority on who has it. Lives while
 * something is open; when it has been quiet with the AI in charge it ends, and the next message opens a new run.
 *
 * The rules are in domain/conversation/next-step.ts; here is when they apply.
 */
export async function conversation(input: ConversationInput): Promise<void> {
  const ledger = new Ledger(input);
  const speaker = new Speaker(input, ledger);
  const desk = new MediaDesk(input, ledger);
  const flows = new FlowDesk(input, ledger, speaker, desk);
  const clock = new Clock(ledger);
  const alerts = new AlertClock(input.carried?.alerts, (level) => speaker.alertTeam(level));
  const isWaiting = () => ledger.facts.state === ConversationState.AGUARDANDO_HUMANO;
  ledger.listen({
    happened: (event, before) => flows.happened(event, before),
    effects: (effects) => speaker.queue(effects),
    superseded: () => speaker.forgetNotices(),
    moved(waitChanged) {
      clock.moved(waitChanged);
      if (!isWaiting()) alerts.end();
    },
    waits(alertAfterMs) {
      if (isWaiting()) alerts.begin(alertAfterMs);
    },
  });
  listenToEvents(ledger, speaker, desk);
  listenToFlows(ledger, flows);

  const hasErrands = () => speaker.hasErrands() || flows.hasWork();
  const hasWork = () => ledger.isWritten() && (hasErrands() || owesAnswer(ledger.facts));
  const endIsDue = () => clock.endIsDue() && !flows.isOpen();
  const isOver = () => ledger.resolved && !flows.isOpen();
  const mayEnd = () => ledger.gone || ledger.merged || isOver() || endIsDue();
  const clockIsDue = () => clock.returnIsDue() || clock.openingIsDue();
  const renewal = new Renewal();
  for (;;) {
    await renewal.wait(() => hasWork() || clockIsDue() || mayEnd());
    if (!ledger.isWritten()) await condition(() => ledger.isWritten());
    if (ledger.gone) return;
    if (speaker.hasErrands()) {
      await speaker.runErrand();
    } else if (flows.hasWork()) {
      await flows.work();
    } else if (owesAnswer(ledger.facts) && flows.holdsAi()) {
      await flows.waitForFlow();
    } else if (owesAnswer(ledger.facts)) {
      await waitUntilSaid(ledger, desk);
      if (!hasErrands() && owesAnswer(ledger.facts)) await answer(ledger, speaker, desk, flows);
    } else if (clock.returnIsDue()) {
      const toFlow = flows.waitsForPerson();
      const fence = ledger.fence ?? undefined;
      const decision = `deadline of ${String(fence ?? ledger.facts.humanDeadline)}`;
      ledger.apply({ type: 'deadlinePassed', ...(toFlow ? { toFlow } : {}) }, { fence, decision });
    } else if (clock.openingIsDue()) {
      ledger.apply({ type: 'opened' });
    } else if (endIsDue() && speaker.owesGoodbye()) {
      await speaker.sayGoodbye();
    } else {
      const desksAreIdle = () => speaker.isIdle() && desk.isIdle() && flows.isIdle();
      const isIdle = () => desksAreIdle() && ledger.isWritten() && allHandlersFinished();
      await condition(() => hasWork() || isIdle());
      if (hasWork()) {
        renewal.putOff();
        continue;
      }
      if (mayEnd()) return;
      if (!renewal.isDue()) continue;
      const { facts, fence, timing, aiSince } = ledger;
      const left = alerts.left();
      await continueAsNew<typeof conversation>({
        ...input,
        timing,
        carried: {
          facts,
          fence,
          undelivered: speaker.undelivered(),
          aiSince,
          ...(left === undefined ? {} : { alerts: left }),
          ...(desk.gaveUpSeq > 0 ? { gaveUpSeq: desk.gaveUpSeq } : {}),
          ...flows.carried(),
        },
      });
    }
  }
}

/** Called before anything is awaited: what arrives with the first task finds its handler. */
function listenToEvents(ledger: Ledger, speaker: Speaker, desk: MediaDesk): void {
  setHandler(messageReceived, (message) => {
    ledger.arrived(message);
    ledger.apply({ type: 'messageReceived', seq: message.seq });
    if (message.media !== undefined) desk.take({ ...message.media, seq: message.seq });
    speaker.interruptDraft();
  });
  setHandler(humanReplied, ({ balloonId, mediaId, uptoSeq, userId, ...arrival }) => {
    ledger.arrived(arrival);
    const decision = `reply ${balloonId ?? String(uptoSeq)}`;
    ledger.apply({ type: 'humanReplied', uptoSeq, userId, at: Date.now() }, { decision });
    if (balloonId !== null) speaker.deliver(balloonId, 'human');
    speaker.silenceAi();
    // Last: the take-over waits for no file. Runs that an older version was told of one did nothing about it.
    if (mediaId !== undefined && patched('files-of-the-paired-phone')) desk.fetch(mediaId);
  });
  setHandler(rewritten, ({ seq, answeredSeq, withTeam, ...arrival }) => {
    ledger.arrived(arrival);
    ledger.merged = false;
    ledger.apply({ type: 'rewritten', seq, answeredSeq, withTeam });
    speaker.interruptDraft();
    if (withTeam !== null) speaker.silenceAi();
  });
  setHandler(mergedAway, () => {
    ledger.mergedAway();
    speaker.interruptDraft();
  });
  setHandler(customerTyping, ({ typing }) => ledger.customerTyping(typing));
  setHandler(deadlineFound, ({ known, ...arrival }) => {
    ledger.arrived(arrival);
    ledger.catchUp(known);
  });
  listenToOrders(ledger, speaker);
}

/** What runs of flows ask for, and take back. */
function listenToFlows(ledger: Ledger, flows: FlowDesk): void {
  setHandler(flowOrder, (order) => {
    ledger.arrived(order);
    flows.take(order);
  });
  setHandler(flowOrderWithdrawn, ({ orderIds }) => flows.withdraw(orderIds));
}

function listenToOrders(ledger: Ledger, speaker: Speaker): void {
  const validator = requireAuthor;
  setHandler(
    takeOver,
    (order) => {
      ledger.arrived(order);
      ledger.apply({ type: 'takenOver', at: Date.now(), userId: order.userId });
      speaker.silenceAi();
      return ledger.writtenState();
    },
    { validator },
  );
  setHandler(
    returnToAi,
    (order) => {
      ledger.arrived(order);
      ledger.catchUp(order.known);
      const { userId, answerPending, uptoSeq } = order;
      ledger.apply({ type: 'returnedToAi', userId, answerPending, uptoSeq });
      return ledger.writtenState();
    },
    { validator },
  );
  setHandler(
    resolve,
    (order) => {
      ledger.arrived(order);
      // By what stood when it was given: a task that is lost is run anew, with more messages than were meant.
      ledger.apply({ type: 'resolved', userId: order.userId, uptoSeq: order.uptoSeq });
      speaker.silenceAi();
      return ledger.writtenState();
    },
    { validator },
  );
  setHandler(
    transfer,
    (order) => {
      ledger.arrived(order);
      ledger.catchUp(order.known);
      const { transferId, to, customerNotice, userId } = order;
      ledger.apply({ type: 'transferred', transferId, to, customerNotice, userId, at: Date.now() });
      speaker.silenceAi();
      return ledger.writtenState();
    },
    { validator: requireTransfer },
  );
  setHandler(
    extend,
    async (order) => {
      ledger.arrived(order);
      ledger.catchUp(order.known);
      ledger.apply({ type: 'extended', at: Date.now(), byMs: order.byMs, userId: order.userId });
      const state = await ledger.writtenState();
      return { state, humanDeadline: ledger.facts.humanDeadline };
    },
    { validator: (order: Order & { byMs: number }) => requireExtensible(ledger, order) },
  );
}

/** One turn of the AI. What it decided is an event like any other. */
async function answer(ledger: Ledger, speaker: Speaker, desk: MediaDesk, flows: FlowDesk): Promise<void> {
  const heardBefore = ledger.facts.receivedSeq;
  const answered = await speaker.answer(desk.gaveUpSeq);
  // Interrupted: the loop looks at what is owed now.
  if (answered === undefined) return;
  const { outcome, turnId } = answered;
  if (!ledger.isWritten()) await condition(() => ledger.isWritten());
  const at = Date.now();
  if (outcome === 'failed') {
    const uptoSeq = ledger.facts.receivedSeq;
    ledger.apply({ type: 'handedOver', uptoSeq, reason: 'provider_failure', at }, { decision: turnId });
    return;
  }
  switch (outcome.decision) {
    case 'answered':
      for (const [index, balloonId] of outcome.unsent.entries()) {
        speaker.deliver(balloonId, 'ai', outcome.pausesMs?.[index]);
      }
      ledger.apply({ type: 'answered', uptoSeq: outcome.uptoSeq });
      return;
    case 'flow':
      ledger.apply({ type: 'answered', uptoSeq: outcome.uptoSeq });
      flows.expect();
      return;
    case 'nothing':
      // Also for a place in the timeline that does not exist: asking again would find nothing for ever.
      ledger.apply({ type: 'answered', uptoSeq: Math.max(outcome.uptoSeq, heardBefore) });
      return;
    case 'silenced':
      ledger.apply({ type: 'silenced', uptoSeq: outcome.uptoSeq });
      return;
    case 'handover':
      if (ledger.isOutdated(outcome.fence)) return;
      ledger.apply(
        { type: 'handedOver', uptoSeq: outcome.uptoSeq, reason: outcome.reason, at },
        { fence: outcome.fence, decision: turnId },
      );
      return;
    case 'fenced':
      ledger.apply({ type: 'foundWithTeam', state: outcome.state, at, deadline: outcome.humanDeadline });
      return;
    case 'closed': {
      if (ledger.isOutdated(outcome.fence)) return;
      const { opensAt, fence, flowsAwake } = outcome;
      const until = opensAt > at ? opensAt : at + LOOK_AGAIN_MS;
      const awake = flowsAwake === true ? { flowsAwake } : {};
      ledger.apply({ type: 'closed', opensAt, until, fence, ...awake });
      return;
    }
    case 'gone':
      ledger.gone = true;
      return;
    case 'unheard':
      for (const { id, seq } of outcome.media) desk.take({ id, seq, waitMs: outcome.waitMs });
      return;
    case 'stale':
      // The newer message's signal is here or on its way; the next turn sees both.
      return;
  }
}
