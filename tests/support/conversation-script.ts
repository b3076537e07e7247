import type { AnswerTurnInput, TurnOutcome } from '../../activities/conversation/answer-turn';
import type { DeliverBalloonInput, DeliveryOutcome } from '../../activities/conversation/deliver-balloon';
import type { NotifyTeamInput } from '../../activities/conversation/notify-team';
import type { AlertTeamInput } from '../../activities/conversation/alert-team';
import type { NoticeOutcome, SendNoticeInput } from '../../activities/conversation/send-notice';
import type { SendTransferNoticeInput } from '../../activities/conversation/send-transfer-notice';
import type { HandoffToSummarise } from '../../services/conversation/summarise-handoff';
import type { ChatwootStep } from '../../activities/chatwoot/sync-chatwoot';
import type { FlowOrderNext } from '../../activities/flow/carry-out';
import type { TakeInMediaInput } from '../../activities/media/take-in-media';
import type { Busy } from '../../activities/tenant-share';
import type { SavedState, StateToSave } from '../../services/conversation/save-state';

/** What a conversation was asked to do about an order of a flow. */
export interface FlowStep {
  step: 'begin' | 'finish' | 'hear' | 'answer' | 'end';
  orderId: string;
  ending?: string;
  handedOver?: boolean;
  attempt?: number;
  afterSeq?: number;
}
export type FlowStepInput = Omit<FlowStep, 'step'> & { conversationId: string };

/** What one conversation's activities were asked, and how they answer. */
export class Script {
  readonly turns: AnswerTurnInput[] = [];
  readonly saved: StateToSave[] = [];
  readonly notices: SendNoticeInput[] = [];
  readonly deliveries: DeliverBalloonInput[] = [];
  readonly notified: NotifyTeamInput[] = [];
  readonly summaries: HandoffToSummarise[] = [];
  readonly alerts: AlertTeamInput[] = [];
  readonly transferNotices: SendTransferNoticeInput[] = [];
  readonly files: TakeInMediaInput[] = [];
  /** In the order they happened: "turn", "save HUMANO_RESPONDEU", "notice fallback", "deliver …", "notify …". */
  readonly story: string[] = [];

  onTurn: (input: AnswerTurnInput, signal: AbortSignal) => Promise<TurnOutcome> | TurnOutcome = () => ({
    decision: 'answered',
    uptoSeq: this.turns.length,
    unsent: [],
  });
  onSave: (input: StateToSave) => Promise<SavedState> | SavedState = () => ({
    saved: true,
    fence: this.saved.length,
  });
  onSummary: (input: HandoffToSummarise) => Promise<void> | void = () => undefined;
  onNotice: (input: SendNoticeInput) => NoticeOutcome = () => 'sent';
  onFile: (input: TakeInMediaInput) => Promise<Busy> | Promise<void> | Busy | undefined = () => undefined;
  /** Whether each step of its twin at Chatwoot was to ask there first. */
  readonly chatwootSteps: boolean[] = [];
  onChatwoot: () => Promise<ChatwootStep> | ChatwootStep = () => ({});
  readonly flowSteps: FlowStep[] = [];
  onFlow: (step: FlowStep) => Promise<FlowOrderNext> | FlowOrderNext = () => ({ next: 'ended' });
  onDeliver: (input: DeliverBalloonInput) => Promise<DeliveryOutcome> | DeliveryOutcome = () => 'sent';
}
