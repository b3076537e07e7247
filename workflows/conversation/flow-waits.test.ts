import type { FlowOrderNext } from '../../activities/flow/carry-out';
import type { FlowStep, Script } from '../../tests/support/conversation-script';
import { HOUR, STILL, WorkflowLab } from '../../tests/support/workflow-lab';
import { eventually } from '../../tests/support/test-tenant';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const USER = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
const order = { userId: USER, timing: STILL };
const LISTEN: FlowOrderNext = { next: 'listen', afterSeq: 0, timeoutMs: HOUR, quietMs: 0 };
/** Says one balloon after a pause, then listens; what it hears ends it. */
const asks =
  (pauseMs: number, listen: FlowOrderNext = LISTEN) =>
  ({ step, orderId }: FlowStep): FlowOrderNext => {
    if (step === 'begin') return { next: 'say', attempt: 0, balloons: [{ id: `${orderId}-q`, pauseMs }] };
    if (step === 'finish') return listen;
    return step === 'hear' ? { next: 'ended', uptoSeq: 1 } : { next: 'ended' };
  };
const story = (script: Script, expected: string[]) =>
  eventually(() => {
    expect(script.story).toEqual(expected);
  });

describe('an order of a flow', () => {
  it('is carried out once, however often it is placed', async () => {
    const { ref, script } = lab.conversation();
    script.onFlow = asks(0);
    for (let time = 0; time < 3; time += 1) {
      await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing: STILL });
    }
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['flow begin', 'deliver o-q', 'flow finish', 'flow hear']);
    expect(script.turns).toEqual([]);
  });

  it('goes on with other workers, in its pause and while it listens (F2)', async () => {
    const { ref, script } = lab.conversation();
    script.onFlow = asks(1_500);
    await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing: STILL });
    await story(script, ['flow begin']);
    await lab.stopWorkers();
    await lab.startWorkers();
    await story(script, ['flow begin', 'deliver o-q', 'flow finish']);
    await lab.stopWorkers();
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await lab.startWorkers();
    await story(script, ['flow begin', 'deliver o-q', 'flow finish', 'flow hear']);
  });

  it('rings once though the workers were away over its time (F9)', async () => {
    const { ref, script } = lab.conversation();
    script.onFlow = asks(0, { ...LISTEN, timeoutMs: 800 });
    await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing: STILL });
    await story(script, ['flow begin', 'deliver o-q', 'flow finish']);
    await lab.stopWorkers();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await lab.startWorkers();
    await story(script, ['flow begin', 'deliver o-q', 'flow finish', 'flow end timedOut']);
  });

  it('waits while another one listens, unless it only speaks', async () => {
    const { ref, script } = lab.conversation();
    script.onFlow = (step) => (step.orderId === 'says' ? { next: 'ended' } : asks(0)(step));
    await lab.gateway.flowOrder(ref, { orderId: 'first', kind: 'ask', timing: STILL });
    await eventually(() => expect(script.story.at(-1)).toBe('flow finish'));
    await lab.gateway.flowOrder(ref, { orderId: 'second', kind: 'wait_reply', timing: STILL });
    await lab.gateway.flowOrder(ref, { orderId: 'says', kind: 'send_text', timing: STILL });
    await eventually(() => expect(script.flowSteps.at(-1)).toMatchObject({ orderId: 'says' }));
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() =>
      expect(script.flowSteps.at(-1)).toMatchObject({ orderId: 'second', step: 'finish' }),
    );
    const first = script.flowSteps.filter(({ orderId }) => orderId === 'first');
    expect(first.map(({ step }) => step)).toEqual(['begin', 'finish', 'hear']);
  });

  it('does not take for the reply what was said before the question was, and the AI does not answer it', async () => {
    const { ref, script } = lab.conversation();
    script.onFlow = (step) =>
      step.step === 'hear' ? { next: 'ended', uptoSeq: 2 } : asks(300, { ...LISTEN, afterSeq: 1 })(step);
    await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing: STILL });
    await story(script, ['flow begin']);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['flow begin', 'deliver o-q', 'flow finish']);
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await story(script, ['flow begin', 'deliver o-q', 'flow finish', 'flow hear']);
    expect(script.turns).toEqual([]);
  });

  it('keeps the conversation alive beyond its quiet end, which comes after it', async () => {
    const { ref, script, handle } = lab.conversation();
    const timing = { ...STILL, idleCloseMs: 200 };
    script.onFlow = asks(0, { ...LISTEN, timeoutMs: 1_200 });
    await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing });
    await story(script, ['flow begin', 'deliver o-q', 'flow finish', 'flow end timedOut']);
    await handle.result();
  });

  it.each(['takeOver', 'resolve'] as const)(
    'ends by a person’s %s, before the state is asked again',
    async (what) => {
      const { ref, script } = lab.conversation();
      script.onFlow = asks(0);
      await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing: STILL });
      await story(script, ['flow begin', 'deliver o-q', 'flow finish']);
      await lab.gateway[what](ref, order);
      await eventually(() => expect(script.story.at(-1)).toBe('flow end person'));
    },
  );

  it('does not begin to listen in a matter that a person closed while it was being asked', async () => {
    const { ref, script } = lab.conversation();
    script.onFlow = async (step) => {
      if (step.step === 'finish') await lab.gateway.resolve(ref, order);
      return asks(0)(step);
    };
    await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing: STILL });
    await story(script, ['flow begin', 'deliver o-q', 'flow finish', 'save IA_ATIVA', 'flow end person']);
  });

  it('goes on in the conversation that this one was merged into', async () => {
    const { ref, script, handle } = lab.conversation();
    script.onFlow = asks(0);
    await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing: STILL });
    await story(script, ['flow begin', 'deliver o-q', 'flow finish']);
    await lab.gateway.mergedAway(ref);
    await handle.result();
    expect(script.story.at(-1)).toBe('flow end merged');
  });

  it('ends with an error when it cannot be carried out', async () => {
    const { ref, script } = lab.conversation();
    const { ApplicationFailure } = await import('@temporalio/common');
    script.onFlow = ({ step }) => {
      if (step === 'begin') throw ApplicationFailure.nonRetryable('no', 'ValidationError');
      return { next: 'ended' };
    };
    await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'send_text', timing: STILL });
    await story(script, ['flow begin', 'flow end failed']);
  });

  it('goes on in the run that continues as new: it still listens', async () => {
    const { ref, script, handle } = lab.conversation();
    let ends = false;
    script.onFlow = (step) => {
      if (step.step !== 'hear') return asks(0)(step);
      return ends
        ? { next: 'ended', uptoSeq: 1_000 }
        : { next: 'listen', afterSeq: step.afterSeq ?? 0, timeoutMs: 0, quietMs: null };
    };
    await lab.gateway.flowOrder(ref, { orderId: 'o', kind: 'ask', timing: STILL });
    await story(script, ['flow begin', 'deliver o-q', 'flow finish']);
    const { runId } = await handle.describe();
    let seq = 0;
    await eventually(async () => {
      seq += 1;
      await lab.gateway.messageReceived(ref, { seq, timing: STILL });
      expect((await handle.describe()).runId).not.toBe(runId);
    }, 60_000);
    ends = true;
    await lab.gateway.messageReceived(ref, { seq: seq + 1, timing: STILL });
    const heard = script.flowSteps.length;
    await eventually(() => expect(script.flowSteps.length).toBeGreaterThanOrEqual(heard));
    expect(new Set(script.flowSteps.map(({ orderId }) => orderId))).toEqual(new Set(['o']));
    expect(script.story.filter((line) => line === 'flow begin')).toHaveLength(1);
    expect(script.turns).toEqual([]);
  }, 90_000);
});
