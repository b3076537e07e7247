import {
  ApplicationFailure,
  CancellationScope,
  condition,
  currentUpdateInfo,
  setCurrentDetails,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import {
  type ConversationEvent,
  type ConversationFacts,
  type Effect,
  isOwed,
  NEW_CONVERSATION,
  nextStep,
} from '../../domain/conversation/next-step';
import { TYPING_SHOWN_MS } from '../../domain/conversation/pace';
import { ConversationState } from '../../domain/conversation/state';
import type { ConversationTiming } from '../../domain/conversation/timing';
import { uuidV8 } from '../../domain/uuid-v8';
import { newId } from '../new-id';
import { CONVERSATION_STATE, HUMAN_DEADLINE } from '../search-attributes';
import { saveConversationState, saveOrderedState } from './activities';
import { describeFacts } from './describe-facts';
import type { ConversationInput, KnownRow } from './messages';

/** What decides whether a matter is closed. */
const OPENS_AGAIN = new Set<ConversationEvent['type']>([
  'messageReceived',
  'humanReplied',
  'takenOver',
  'returnedToAi',
  'resolved',
  'transferred',
  'extended',
]);

type OtherEffect = Exclude<Effect, { type: 'saveState' }>;

/** What an event rests on. */
export interface Grounds {
  /** It holds only while the database's fence is this one. */
  fence?: number | undefined;
  /**
   * What was decided on, if no order of a person did: the same again is the same event. A task of the workflow that
   * is lost with its worker may have been written down already, and is run anew at another time, with more to hear.
   */
  decision?: string;
}

export interface LedgerListener {
  /** An event was let happen; before it, the conversation was in this state. */
  happened(event: ConversationEvent, before: ConversationState): void;
  /** What else an event asks for. */
  effects(effects: OtherEffect[]): void;
  /** The team was faster than the event: what it asked for is void. */
  superseded(): void;
  /** Something happened; `waitChanged` when it changed what is waited for. */
  moved(waitChanged: boolean): void;
  /** It is written that the customer waits for a person, of which the team is to be alerted after so long (ms). */
  waits(alertAfterMs: number): void;
}

/** What a conversation's run knows. Events change it at once; what changed is written down in their order. */
export class Ledger {
  facts: ConversationFacts;
  timing: ConversationTiming;
  /** The fence that the database told last; null before it told any. */
  fence: number | null;
  /** For logs and outgoing calls: that of the newest arrival. */
  correlationId: string | null = null;
  /** When something last happened (Unix ms). */
  movedAt = Date.now();
  /** When the AI got the conversation back from the team (Unix ms): what was written before waited for people. */
  aiSince: number | null;

  /** How many messages this run was told of: a customer who goes on writing makes it grow. */
  messagesHeard = 0;
  /** How many of them no turn has looked at yet. */
  burst = 0;
  /** The customer is writing, as far as is known, until then (Unix ms). */
  typingUntil = 0;
  /** A person has closed the matter, and nothing has happened since. */
  resolved = false;
  /** The conversation was deleted: there is nothing left to do. */
  gone = false;
  /** All of it is in another conversation now: what was promised is delivered, then it ends. */
  merged = false;

  private writing: Promise<void> = Promise.resolve();
  private unwritten = 0;
  private listener: LedgerListener | undefined;

  constructor(private readonly input: ConversationInput) {
    this.facts = input.carried?.facts ?? NEW_CONVERSATION;
    this.fence = input.carried?.fence ?? null;
    this.aiSince = input.carried?.aiSince ?? null;
    this.timing = input.timing;
    setCurrentDetails(describeFacts(this.facts));
  }

  listen(listener: LedgerListener): void {
    this.listener = listener;
  }

  /** Notes what every arrival brings along. */
  arrived(arrival: { timing: ConversationTiming; correlationId: string | null }): void {
    this.timing = arrival.timing;
    this.correlationId = arrival.correlationId;
  }

  /** The row stands where this run has never been: the team has the conversation. */
  isBehind(known: KnownRow | undefined): known is KnownRow {
    return (
      known !== undefined &&
      known.state !== ConversationState.IA_ATIVA &&
      this.facts.state === ConversationState.IA_ATIVA &&
      this.isWritten() &&
      (this.fence === null || this.fence < known.fence)
    );
  }

  /** Goes on from the row, where this run is behind it. A run that is up to date changes nothing. */
  catchUp(known: KnownRow | undefined): void {
    if (!this.isBehind(known)) return;
    const { state, receivedSeq, handledSeq } = known;
    this.facts = {
      state,
      humanDeadline: known.humanDeadline ?? Date.now() + this.timing.humanReturnMs,
      receivedSeq: Math.max(this.facts.receivedSeq, receivedSeq),
      handledSeq: Math.max(this.facts.handledSeq, handledSeq),
    };
    this.fence = known.fence;
    this.movedAt = Date.now();
    this.listener?.moved(true);
    this.show();
  }

  /** Lets an event happen. */
  apply(event: ConversationEvent, grounds: Grounds = {}): void {
    const before = this.facts;
    const step = nextStep(this.facts, event, this.timing.humanReturnMs);
    this.facts = step.facts;
    this.movedAt = Date.now();
    if (event.type === 'messageReceived') {
      this.messagesHeard += 1;
      this.burst += 1;
      this.typingUntil = 0;
    }
    if (!isOwed(this.facts)) this.burst = 0;
    // What came after the order is open.
    if (OPENS_AGAIN.has(event.type)) this.resolved = event.type === 'resolved' && !isOwed(this.facts);
    for (const effect of step.effects) {
      if (effect.type === 'saveState') this.write(effect.cause, grounds);
    }
    this.listener?.happened(event, before.state);
    this.listener?.effects(step.effects.filter((effect) => effect.type !== 'saveState'));
    const stateChanged = before.state !== this.facts.state;
    if (stateChanged) this.aiSince = this.facts.state === ConversationState.IA_ATIVA ? this.movedAt : null;
    this.listener?.moved(stateChanged || before.silentUntil !== this.facts.silentUntil);
    if (stateChanged || event.type === 'extended') this.show();
  }

  /** To operators. Within a state the deadline may be shown as it was: each change costs an event of history. */
  private show(): void {
    setCurrentDetails(describeFacts(this.facts));
    const { state, humanDeadline } = this.facts;
    upsertSearchAttributes([
      { key: CONVERSATION_STATE, value: state },
      { key: HUMAN_DEADLINE, value: humanDeadline === null ? null : new Date(humanDeadline) },
    ]);
  }

  customerTyping(typing: boolean): void {
    const waitsForIt = (this.timing.pace?.customerTypingMaxMs ?? 0) > 0;
    this.typingUntil = typing && waitsForIt ? Date.now() + TYPING_SHOWN_MS : 0;
  }

  /** An outcome was reached before the conversation moved on. */
  isOutdated(fence: number): boolean {
    return this.fence !== null && fence < this.fence;
  }

  /** All that was decided so far is in the database. */
  isWritten(): boolean {
    return this.unwritten === 0;
  }

  /** @throws ApplicationFailure when the conversation was merged meanwhile: the order has had no effect */
  async writtenState(): Promise<ConversationState> {
    await condition(() => this.isWritten());
    if (this.merged) {
      throw ApplicationFailure.nonRetryable('The conversation was merged into another', 'ConflictError');
    }
    return this.facts.state;
  }

  /** Another conversation has the customer now. */
  mergedAway(): void {
    this.merged = true;
    this.listener?.superseded();
    this.apply({ type: 'mergedAway' });
  }

  private write(cause: ConversationEvent, grounds: Grounds): void {
    const { tenantId, conversationId } = this.input;
    const { state, humanDeadline, handledSeq } = this.facts;
    const row = {
      tenantId,
      conversationId,
      eventId: this.eventId(cause, grounds),
      state,
      humanDeadline,
      handledSeq,
      cause,
      expectedFence: grounds.fence,
    };
    this.unwritten += 1;
    const save = currentUpdateInfo() === undefined ? saveConversationState : saveOrderedState;
    this.writing = this.writing.then(async () => {
      // Also when the run is being cancelled: what was decided is true.
      const result = await CancellationScope.nonCancellable(() => save(row));
      this.unwritten -= 1;
      if (result.saved) {
        this.fence = result.fence;
        this.adoptDeadline(row.humanDeadline, result.humanDeadline);
        if (result.alertAfterMs !== undefined) this.listener?.waits(result.alertAfterMs);
      } else if (result.state === null && result.merged === true) {
        this.mergedAway();
      } else if (result.state === null) {
        this.gone = true;
      } else {
        // A flow's end came too late: the matter is not closed.
        if (cause.type === 'resolved') this.resolved = false;
        this.listener?.superseded();
        this.apply({ type: 'foundWithTeam', state: result.state, at: Date.now() });
      }
    });
  }

  private eventId(cause: ConversationEvent, { decision }: Grounds): string {
    // A transfer has an id of its own: ordered twice, it happens once.
    if (cause.type === 'transferred') return cause.transferId;
    const origin = decision ?? currentUpdateInfo()?.id;
    if (origin === undefined) return newId();
    return uuidV8(`${this.input.conversationId}|${cause.type}|${origin}`);
  }

  /** Open hours are counted where they are known: the database may have written a later time than we asked for. */
  private adoptDeadline(asked: number | null, written: number | null | undefined): void {
    if (written === undefined || written === asked || this.facts.humanDeadline !== asked) return;
    this.facts = { ...this.facts, humanDeadline: written };
    this.listener?.moved(false);
    this.show();
  }
}
