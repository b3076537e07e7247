import type { WorkflowHandle } from '@temporalio/client';
import { eventually } from '../../tests/support/test-tenant';
import type { Script } from '../../tests/support/conversation-script';
import { HOUR, STILL, WorkflowLab } from '../../tests/support/workflow-lab';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const USER = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
const order = { userId: USER, timing: STILL };
const pace = { charactersPerSecond: 40, pauseMaxMs: 6_000, customerTypingMaxMs: 60_000 };
const answered = (uptoSeq: number) => ({ decision: 'answered' as const, uptoSeq, unsent: [] });
const story = (script: Script, expected: string[]) =>
  eventually(() => {
    expect(script.story).toEqual(expected);
  });
/** Long enough for anything that should not happen to happen. */
const quiet = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the workflow stands in a pause, beside the timer for the end by quiet. */
const paused = (handle: WorkflowHandle) =>
  eventually(async () => {
    const { events } = await handle.fetchHistory();
    const timers = events?.filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes != null);
    expect(timers).toHaveLength(2);
  });

describe('an answer in several balloons (F18, N1)', () => {
  /** Two balloons left after the first; each waits so long that only an event ends its pause. */
  function twoLeft(script: Script, pausesMs: number[]) {
    script.onTurn = () =>
      script.turns.length === 1
        ? { decision: 'answered', uptoSeq: 1, unsent: ['b2', 'b3'], pausesMs }
        : answered(2);
  }

  it('says them in their order, each after its pause, and types towards the next', async () => {
    const { ref, script } = lab.conversation();
    twoLeft(script, [30, 60]);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: { ...STILL, pace } });
    await story(script, ['turn', 'deliver b2', 'deliver b3']);
    expect(script.turns[0]?.pace).toEqual(pace);
    expect(script.deliveries[0]?.typeForMs).toBe(60);
    expect(script.deliveries[1]?.typeForMs).toBeUndefined();
  });

  it('says the rest before it answers what came in a pause (F7)', async () => {
    const { ref, script } = lab.conversation();
    twoLeft(script, [300, 300]);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await story(script, ['turn', 'deliver b2', 'deliver b3', 'turn']);
  });

  it('ends a pause when somebody takes over: what is left is claimed only to be dropped (F4, N2)', async () => {
    const { ref, script } = lab.conversation();
    twoLeft(script, [HOUR, HOUR]);
    script.onDeliver = () => 'dropped';
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    await lab.gateway.takeOver(ref, order);
    await story(script, ['turn', 'save HUMANO_RESPONDEU', 'deliver b2', 'deliver b3']);
  });

  it("sends a person's words before what the AI has still to say", async () => {
    const { ref, script, handle } = lab.conversation();
    twoLeft(script, [HOUR, HOUR]);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await paused(handle);
    await lab.gateway.humanReplied(ref, { uptoSeq: 1, userId: USER, balloonId: 'human', timing: STILL });
    await eventually(() => expect(script.deliveries).toHaveLength(3));
    expect(script.deliveries.map(({ balloonId }) => balloonId)[0]).toBe('human');
  });

  it('does not pause before what is dropped with its answer', async () => {
    const { ref, script } = lab.conversation();
    twoLeft(script, [30, HOUR]);
    script.onDeliver = () => 'dropped';
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'deliver b2', 'deliver b3']);
  });

  it('waits by a timer for what may not leave yet, and keeps the order', async () => {
    const { ref, script } = lab.conversation();
    twoLeft(script, [0, 0]);
    script.onDeliver = ({ balloonId }) =>
      script.deliveries.filter((one) => one.balloonId === balloonId).length < 3
        ? { status: 'waiting', forMs: 30 }
        : 'sent';
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, [
      'turn',
      ...Array<string>(3).fill('deliver b2'),
      ...Array<string>(3).fill('deliver b3'),
    ]);
  });
});

describe('a notice that is typed', () => {
  const handover = { decision: 'handover', uptoSeq: 1, reason: 'low_confidence', fence: 0 } as const;

  it('is delivered after its pause', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => handover;
    script.onNotice = () => ({ status: 'waiting', forMs: 30, balloonId: 'n1' });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.story).toContain('deliver n1'));
  });

  it('gives way to a person who comes in the pause (F4, N2)', async () => {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () => handover;
    script.onNotice = () => ({ status: 'waiting', forMs: HOUR, balloonId: 'n1' });
    script.onDeliver = () => 'dropped';
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    // The pause has begun when its timer stands: before, a person would interrupt the notice itself.
    await eventually(async () => {
      const { events } = await handle.fetchHistory();
      const pauses = (events ?? []).map(
        ({ timerStartedEventAttributes: timer }) => timer?.startToFireTimeout?.seconds,
      );
      expect(pauses.map(Number)).toContain(HOUR / 1_000);
    });
    expect(script.deliveries).toEqual([]);
    await lab.gateway.takeOver(ref, order);
    await eventually(() => expect(script.deliveries).toHaveLength(1));
    expect(script.story.indexOf('deliver n1')).toBeGreaterThan(script.story.indexOf('save HUMANO_RESPONDEU'));
  });
});

describe('a turn that finds the worker full of its tenant (F26)', () => {
  it('comes again, as another attempt of nothing', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => (script.turns.length < 3 ? { decision: 'busy', retryInMs: 30 } : answered(1));
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'turn', 'turn']);
    await quiet();
    expect(script.turns).toHaveLength(3);
  });

  it('is not waited for by a person who takes over', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => ({ decision: 'busy', retryInMs: HOUR });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    expect(await lab.gateway.takeOver(ref, order)).toBe('HUMANO_RESPONDEU');
    script.onTurn = () => answered(1);
    await lab.gateway.returnToAi(ref, { ...order, answerPending: true });
    await story(script, ['turn', 'save HUMANO_RESPONDEU', 'save IA_ATIVA', 'turn']);
  });
});

describe('a customer who is typing (F7)', () => {
  const timing = { ...STILL, debounceMs: 300, debounceMaxMs: 700, pace };

  it('holds the answer back until they stop, beyond the cap of the burst', async () => {
    const { ref, script } = lab.conversation();
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await lab.gateway.customerTyping(ref, { typing: true });
    await quiet(1_200);
    expect(script.turns).toHaveLength(0);
    await lab.gateway.customerTyping(ref, { typing: false });
    await story(script, ['turn']);
  });

  it('is answered with what they were typing', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(2);
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await lab.gateway.customerTyping(ref, { typing: true });
    await quiet(900);
    await lab.gateway.messageReceived(ref, { seq: 2, timing });
    await story(script, ['turn']);
    await quiet();
    expect(script.turns).toHaveLength(1);
  });

  it('is not waited for longer than the setting says', async () => {
    const { ref, script } = lab.conversation();
    const impatient = { ...timing, pace: { ...pace, customerTypingMaxMs: 200 } };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: impatient });
    await eventually(async () => {
      await lab.gateway.customerTyping(ref, { typing: true });
      expect(script.turns).toHaveLength(1);
    });
  });

  it('is not waited for at all where the setting is zero', async () => {
    const { ref, script } = lab.conversation();
    const timingNow = { ...timing, debounceMaxMs: HOUR, pace: { ...pace, customerTypingMaxMs: 0 } };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: timingNow });
    await lab.gateway.customerTyping(ref, { typing: true });
    await story(script, ['turn']);
  });

  it('opens no run and troubles nobody who waits for nothing', async () => {
    const { ref, script, handle } = lab.conversation();
    await lab.gateway.customerTyping(ref, { typing: true });
    await expect(handle.describe()).rejects.toThrow();
    script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
  });
});
