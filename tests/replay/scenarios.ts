import type { WorkflowHandle } from '@temporalio/client';
import { newId } from '../../config/new-id';
import { BACKGROUND_REVISION_FAILS } from '../support/scripted-workers';
import { HOUR, STILL, type WorkflowLab } from '../support/workflow-lab';
import { eventually } from '../support/test-tenant';
import { FLOW_ORDER_SCENARIOS } from './flow-order-scenarios';
import { FLOW_SCENARIOS } from './flow-scenarios';

const USER = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
const order = { userId: USER, timing: STILL };

type Scenario = (lab: WorkflowLab) => Promise<WorkflowHandle>;

/**
 * What running workflows of a deployed version may look like. Each drives one workflow until it waits or ends; its
 * history is what a later version has to be able to go on from.
 */
export const SCENARIOS = {
  async 'one message answered'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.turns).toHaveLength(1));
    return handle;
  },

  async 'one message answered after a quiet moment'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    await lab.gateway.messageReceived(ref, {
      seq: 1,
      timing: { ...STILL, debounceMs: 50, debounceMaxMs: 500 },
    });
    await eventually(() => expect(script.turns).toHaveLength(1));
    return handle;
  },

  async 'a burst, a draft interrupted, a balloon delivered late'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    const timing = { ...STILL, debounceMs: 100, debounceMaxMs: 1_000 };
    let interrupted = false;
    script.onTurn = async (_input, signal) => {
      if (!interrupted) {
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            interrupted = true;
            reject(signal.reason as Error);
          });
        });
      }
      return { decision: 'answered', uptoSeq: 3, unsent: ['late'] };
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await lab.gateway.messageReceived(ref, { seq: 2, timing });
    await eventually(() => expect(script.turns).toHaveLength(1));
    await lab.gateway.messageReceived(ref, { seq: 3, timing });
    await eventually(() => expect(script.story.at(-1)).toBe('deliver late'));
    return handle;
  },

  async 'balloons after pauses, one that had to wait, the last ones dropped by a person'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () => ({
      decision: 'answered',
      uptoSeq: 1,
      unsent: ['second', 'third', 'fourth'],
      pausesMs: [30, 30, HOUR],
    });
    script.onDeliver = ({ balloonId }) => {
      if (balloonId === 'fourth') return 'dropped';
      const asked = script.deliveries.filter((delivery) => delivery.balloonId === balloonId).length;
      return balloonId === 'third' && asked === 1 ? { status: 'waiting', forMs: 30 } : 'sent';
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.deliveries).toHaveLength(3));
    await lab.gateway.humanReplied(ref, { uptoSeq: 1, userId: USER, balloonId: 'human', timing: STILL });
    await eventually(() => expect(script.story.at(-1)).toBe('deliver fourth'));
    return handle;
  },

  async 'a customer who types, a busy worker, a notice that is typed'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    const pace = { charactersPerSecond: 40, pauseMaxMs: 6_000, customerTypingMaxMs: 60_000 };
    const timing = { ...STILL, debounceMs: 200, debounceMaxMs: 400, pace };
    script.onTurn = () =>
      script.turns.length === 1
        ? { decision: 'busy', retryInMs: 30 }
        : { decision: 'handover', uptoSeq: 1, reason: 'low_confidence', fence: 0 };
    script.onNotice = () => ({ status: 'waiting', forMs: 30, balloonId: 'notice' });
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await lab.gateway.customerTyping(ref, { typing: true });
    await lab.gateway.customerTyping(ref, { typing: false });
    await eventually(() => expect(script.story).toContain('deliver notice'));
    return handle;
  },

  async 'handed over, nobody came, returned by the clock'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    const timing = { ...STILL, humanReturnMs: 500 };
    script.onTurn = () =>
      script.turns.length === 1
        ? { decision: 'handover', uptoSeq: 1, reason: 'low_confidence', fence: 0 }
        : { decision: 'answered', uptoSeq: 2, unsent: [] };
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await eventually(() => expect(script.notified).toHaveLength(1));
    await lab.gateway.messageReceived(ref, { seq: 2, timing });
    await eventually(() => expect(script.turns).toHaveLength(2));
    return handle;
  },

  async 'taken over, a person writes, returned by button, resolved'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.turns).toHaveLength(1));
    await lab.gateway.takeOver(ref, order);
    await lab.gateway.humanReplied(ref, { uptoSeq: 1, userId: USER, balloonId: 'human', timing: STILL });
    await eventually(() => expect(script.story.at(-1)).toBe('deliver human'));
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await lab.gateway.returnToAi(ref, { ...order, answerPending: true });
    await eventually(() => expect(script.turns).toHaveLength(2));
    await lab.gateway.resolve(ref, order);
    await handle.result();
    return handle;
  },

  async 'a turn that failed for good, then a person found in charge'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    const { ApplicationFailure } = await import('@temporalio/common');
    script.onTurn = () => {
      throw ApplicationFailure.nonRetryable('broken', 'ValidationError');
    };
    script.onSave = ({ cause }) =>
      cause.type === 'handedOver'
        ? { saved: false, state: 'HUMANO_RESPONDEU' }
        : { saved: true, fence: script.saved.length };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.story.at(-1)).toBe('save HUMANO_RESPONDEU'));
    return handle;
  },

  async 'handed over, summary given up, alerted twice, transferred to a team, then to an agent'(
    lab: WorkflowLab,
  ) {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () =>
      script.turns.length === 1
        ? { decision: 'handover', uptoSeq: 1, reason: 'low_confidence', fence: 0 }
        : { decision: 'answered', uptoSeq: 2, unsent: [] };
    script.onSummary = ({ giveUp }) => {
      if (!giveUp && script.notified.length === 0) throw new Error('the model is away');
    };
    script.onSave = ({ state }) => ({
      saved: true,
      fence: script.saved.length,
      ...(state === 'AGUARDANDO_HUMANO' ? { alertAfterMs: 100 } : {}),
    });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect([script.notified.length, script.alerts.length]).toEqual([1, 2]));
    const give = (type: 'team' | 'agent', customerNotice: 'now' | 'none') =>
      lab.gateway.transfer(ref, {
        ...order,
        transferId: newId(),
        to: { type, id: newId() },
        customerNotice,
      });
    await give('team', 'now');
    await eventually(() => expect(script.story).toContain('notify transfer'));
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await give('agent', 'none');
    await eventually(() => expect(script.turns).toHaveLength(2));
    return handle;
  },

  async 'transferred to a number, the customer told after the summary'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    await lab.gateway.transfer(ref, {
      ...order,
      transferId: newId(),
      to: { type: 'number', id: null },
      customerNotice: 'afterSummary',
    });
    await eventually(() => expect(script.story.at(-1)).toBe('tell outside'));
    return handle;
  },

  async 'quiet until it ended'(lab: WorkflowLab) {
    const { ref, handle } = lab.conversation();
    await lab.gateway.messageReceived(ref, { seq: 1, timing: { ...STILL, idleCloseMs: 300 } });
    await handle.result();
    return handle;
  },

  async 'joined with a conversation that the team had, then merged away itself'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.turns).toHaveLength(1));
    const withTeam = { state: 'HUMANO_RESPONDEU' as const, humanDeadline: Date.now() + 3_600_000 };
    await lab.gateway.rewritten(ref, { seq: 5, answeredSeq: 4, withTeam, timing: STILL });
    await eventually(() => expect(script.story.at(-1)).toBe('save HUMANO_RESPONDEU'));
    await lab.gateway.mergedAway(ref);
    await handle.result();
    return handle;
  },

  async 'closed, then taken over, given more time, returned, opened'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () =>
      script.turns.length < 3
        ? { decision: 'closed', uptoSeq: 1, opensAt: Date.now() + 700, fence: 0 }
        : { decision: 'answered', uptoSeq: 1, unsent: [] };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.notices).toHaveLength(1));
    await lab.gateway.takeOver(ref, order);
    await lab.gateway.extend(ref, { ...order, byMs: 3_600_000 });
    await lab.gateway.returnToAi(ref, { ...order, answerPending: true });
    await eventually(() => expect(script.turns).toHaveLength(3));
    return handle;
  },

  async 'quiet until it said goodbye'(lab: WorkflowLab) {
    const { ref, handle } = lab.conversation();
    const timing = { ...STILL, idleCloseMs: 300, saysGoodbye: true };
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await handle.result();
    return handle;
  },

  async 'opened by a deadline whose run was lost'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    const known = {
      state: 'HUMANO_RESPONDEU' as const,
      humanDeadline: Date.now() + 500,
      fence: 4,
      receivedSeq: 2,
      handledSeq: 2,
    };
    await lab.gateway.deadlineFound(ref, { known, timing: STILL });
    await eventually(() => expect(script.story.at(-1)).toBe('notice humanReturn'));
    return handle;
  },

  async 'a deadline counted in open hours'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    script.onSave = ({ humanDeadline, cause }) => ({
      saved: true,
      fence: script.saved.length,
      humanDeadline: cause.type === 'takenOver' ? Number(humanDeadline) + 500 : humanDeadline,
    });
    await lab.gateway.takeOver(ref, { ...order, timing: { ...STILL, humanReturnMs: 300 } });
    await eventually(() => expect(script.story.at(-1)).toBe('notice humanReturn'));
    return handle;
  },

  async 'a file sent from the paired phone, another given up, then returned'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    const { ApplicationFailure } = await import('@temporalio/common');
    script.onFile = ({ mediaId }) => {
      if (mediaId === 'lost') throw ApplicationFailure.nonRetryable('gone', 'NotFoundError');
    };
    script.onTurn = () => ({ decision: 'answered', uptoSeq: 1, unsent: [] });
    const sent = { uptoSeq: 1, userId: null, balloonId: null, timing: STILL };
    await lab.gateway.humanReplied(ref, { ...sent, mediaId: 'kept' });
    await lab.gateway.humanReplied(ref, { ...sent, mediaId: 'lost' });
    await eventually(() => expect(script.story).toContain('give up lost'));
    await lab.gateway.returnToAi(ref, { userId: USER, timing: STILL, answerPending: false });
    return handle;
  },

  async 'a file understood, another given up, both answered'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    const { ApplicationFailure } = await import('@temporalio/common');
    script.onFile = ({ mediaId }) => {
      if (mediaId === 'lost') throw ApplicationFailure.nonRetryable('gone', 'NotFoundError');
    };
    script.onTurn = () =>
      script.turns.length === 1
        ? { decision: 'unheard', media: [{ id: 'lost', seq: 2 }], waitMs: 60_000 }
        : { decision: 'answered', uptoSeq: 2, unsent: [] };
    const media = { id: 'heard', waitMs: 60_000 };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media });
    await eventually(() => expect(script.turns).toHaveLength(2));
    return handle;
  },

  async 'a file waited for until it was given up'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    script.onFile = () => new Promise<void>((resolve) => setTimeout(resolve, 1_500));
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media: { id: 'slow', waitMs: 200 } });
    await eventually(() => expect(script.turns).toHaveLength(1));
    return handle;
  },

  async 'a revision indexed'(lab: WorkflowLab) {
    return ingest(lab, newId());
  },

  async 'a revision that could not be indexed'(lab: WorkflowLab) {
    return ingest(lab, BACKGROUND_REVISION_FAILS);
  },

  async 'an inbox swept'(lab: WorkflowLab) {
    const handle = await lab.client.workflow.start('sweepInbox', {
      workflowId: `sweep-${newId()}`,
      taskQueue: 'conversation',
    });
    await handle.result();
    return handle;
  },

  async 'a twin at chatwoot kept the same, heard of, waited for'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.chatwoot();
    script.onChatwoot = () => (script.chatwootSteps.length === 1 ? { againInMs: 50 } : {});
    await lab.gateway.chatwootChanged(ref, { hear: true });
    await handle.result();
    expect(script.chatwootSteps).toHaveLength(2);
    return handle;
  },

  async 'a chatwoot looked through'(lab: WorkflowLab) {
    const tenantId = newId();
    await lab.gateway.reconcileChatwoot(tenantId);
    const handle = lab.client.workflow.getHandle(`chatwoot-reconcile:${tenantId}`);
    await handle.result();
    return handle;
  },
  ...FLOW_ORDER_SCENARIOS,
  ...FLOW_SCENARIOS,
} satisfies Record<string, Scenario>;

async function ingest(lab: WorkflowLab, revisionId: string): Promise<WorkflowHandle> {
  const revision = { tenantId: newId(), documentId: newId(), revisionId, number: 1 };
  await lab.gateway.ingestDocument(revision);
  const handle = lab.client.workflow.getHandle(`document:${revision.tenantId}:${revision.documentId}:1`);
  await handle.result();
  return handle;
}
