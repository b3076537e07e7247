import { newId } from '../../config/new-id';
import { eventually } from '../support/eventually';
import { HOUR, STILL, type WorkflowLab } from '../support/workflow-lab';

const order = { userId: '01a1fb59-7c72-7ff8-89d7-dddf6088edbf', timing: STILL };

/** As SCENARIOS: what a conversation may look like of which automations ask something. */
export const FLOW_ORDER_SCENARIOS = {
  async 'a flow asks, asks again, is interrupted by another, and hears'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    const timing = { ...STILL, debounceMs: 20, debounceMaxMs: 500 };
    script.onFlow = ({ step, orderId, attempt = 0 }) => {
      const balloons = [{ id: `${orderId}-${attempt}`, pauseMs: 20 }];
      if (orderId === 'says' || step === 'end') return { next: 'ended' };
      if (step === 'begin') return { next: 'say', attempt: 0, balloons };
      if (step === 'finish') return { next: 'listen', afterSeq: attempt, timeoutMs: HOUR, quietMs: 20 };
      return attempt === 0
        ? { next: 'say', attempt: 1, balloons: [{ id: 'again', pauseMs: 0 }], uptoSeq: 1 }
        : { next: 'ended', uptoSeq: 2 };
    };
    await lab.gateway.flowOrder(ref, { orderId: 'asks', kind: 'ask', timing });
    await eventually(() => expect(script.story).toContain('flow finish'));
    await lab.gateway.flowOrder(ref, { orderId: 'says', kind: 'send_text', timing });
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await eventually(() => expect(script.story.filter((line) => line === 'flow finish')).toHaveLength(2));
    await lab.gateway.messageReceived(ref, { seq: 2, timing });
    await eventually(() => expect(script.story.filter((line) => line === 'flow hear')).toHaveLength(2));
    return handle;
  },

  async 'a flow listens in vain, is taken back, and one begins with a message'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    script.onFlow = ({ step, orderId }) =>
      step === 'begin'
        ? { next: 'listen', afterSeq: 0, timeoutMs: orderId === 'short' ? 50 : HOUR, quietMs: null }
        : { next: 'ended' };
    script.onTurn = () => ({ decision: 'flow', uptoSeq: 1 });
    await lab.gateway.flowOrder(ref, { orderId: 'short', kind: 'wait_reply', timing: STILL });
    await eventually(() => expect(script.story.at(-1)).toBe('flow end timedOut'));
    await lab.gateway.flowOrder(ref, { orderId: 'long', kind: 'wait_reply', timing: STILL });
    await eventually(() => expect(script.story.at(-1)).toBe('flow begin'));
    await lab.gateway.flowOrderWithdrawn(ref, { orderIds: ['long'] });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.turns).toHaveLength(1));
    return handle;
  },

  async 'a flow calls a person who takes over, and another transfers'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    script.onFlow = ({ step, orderId, handedOver }) => {
      if (step !== 'begin') return { next: 'ended' };
      if (handedOver === true) return { next: 'say', attempt: 0, balloons: [{ id: 'called', pauseMs: 0 }] };
      const flow = { orderId, returnMs: HOUR, to: null, priority: 'normal', summary: false };
      return orderId === 'calls'
        ? { next: 'handOver', handover: flow, leavesWhenTaken: true, speaks: true }
        : {
            next: 'transfer',
            transferId: newId(),
            to: { type: 'agent', id: newId() },
            notify: false,
            summary: false,
          };
    };
    await lab.gateway.flowOrder(ref, { orderId: 'calls', kind: 'handoff_human', timing: STILL });
    await eventually(() => expect(script.story).toContain('deliver called'));
    await lab.gateway.takeOver(ref, order);
    await eventually(() => expect(script.story).toContain('flow end takenOver'));
    await lab.gateway.returnToAi(ref, { ...order, answerPending: false });
    await lab.gateway.flowOrder(ref, { orderId: 'transfers', kind: 'transfer', timing: STILL });
    await eventually(() => expect(script.story).toContain('flow end done'));
    return handle;
  },

  async 'a flow asks in a matter that is closed meanwhile, and another closes it'(lab: WorkflowLab) {
    const { ref, script, handle } = lab.conversation();
    script.onFlow = async ({ step, orderId }) => {
      if (orderId === 'closes') return { next: 'resolve', fence: 1 };
      if (step === 'begin') return { next: 'say', attempt: 0, balloons: [{ id: 'asked', pauseMs: 0 }] };
      if (step !== 'finish') return { next: 'ended' };
      await lab.gateway.resolve(ref, order);
      return { next: 'listen', afterSeq: 0, timeoutMs: HOUR, quietMs: null };
    };
    await lab.gateway.flowOrder(ref, { orderId: 'asks', kind: 'ask', timing: STILL });
    await lab.gateway.flowOrder(ref, { orderId: 'closes', kind: 'end', timing: STILL });
    await handle.result();
    expect(script.story.slice(-2)).toEqual(['save IA_ATIVA', 'flow end done']);
    return handle;
  },
};
