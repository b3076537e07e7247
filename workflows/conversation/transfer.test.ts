import { eventually } from '../../tests/support/test-tenant';
import type { Script } from '../../tests/support/conversation-script';
import { STILL, WorkflowLab } from '../../tests/support/workflow-lab';
import { newId } from '../../config/new-id';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const USER = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
const order = { userId: USER, timing: STILL };
const transfer = (
  type: 'user' | 'team' | 'agent' | 'number' | 'group',
  change: { id?: string | null; customerNotice?: 'none' | 'now' | 'afterSummary' } = {},
) => ({
  ...order,
  transferId: newId(),
  to: { type, id: change.id === undefined ? newId() : change.id },
  customerNotice: change.customerNotice ?? ('none' as const),
});
const handover = (reason: 'low_confidence' | 'person_requested' | 'provider_failure' = 'low_confidence') => ({
  decision: 'handover' as const,
  uptoSeq: 1,
  reason,
  fence: 0,
});
const waitingAlerts = (script: Script, alertAfterMs: number) => {
  script.onSave = ({ state }) => ({
    saved: true,
    fence: script.saved.length,
    ...(state === 'AGUARDANDO_HUMANO' ? { alertAfterMs } : {}),
  });
};
const story = (script: Script, expected: string[]) =>
  eventually(() => {
    expect(script.story).toEqual(expected);
  });
const quiet = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a hand-over', () => {
  it('is over before its summary: one that fails is an extract, and the mail goes out (F12, S2.39)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => handover();
    script.onSummary = ({ giveUp }) => {
      if (!giveUp) throw new Error('the model is away');
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.notified).toHaveLength(1));
    expect(script.story.slice(0, 3)).toEqual(['turn', 'save AGUARDANDO_HUMANO', 'notice fallback']);
    expect(script.story.filter((line) => line === 'extract')).toHaveLength(1);
    expect(new Set(script.summaries.map(({ summaryId }) => summaryId)).size).toBe(1);
    expect(script.notices).toHaveLength(1);
  });

  it('happens once when the provider fails, and what comes back does not speak over the person (F12)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => handover('provider_failure');
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, [
      'turn',
      'save AGUARDANDO_HUMANO',
      'notice fallback',
      'extract',
      'notify provider_failure',
    ]);
    // The provider is well again: the customer waits for the person none the less.
    script.onTurn = () => ({ decision: 'answered', uptoSeq: 2, unsent: [] });
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await lab.gateway.takeOver(ref, order);
    await lab.gateway.messageReceived(ref, { seq: 3, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(1);
    expect(script.notices).toHaveLength(1);
  });
});

describe('a waiting alert', () => {
  it('rings once, and once more at four times the wait (S2.58)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => handover();
    waitingAlerts(script, 150);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.alerts.map(({ level }) => level)).toEqual([1, 2]));
    await quiet();
    expect(script.alerts).toHaveLength(2);
  });

  it('does not ring when somebody came, and begins anew with the next wait', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => handover();
    waitingAlerts(script, 700);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.saved).toHaveLength(1));
    await lab.gateway.takeOver(ref, order);
    await quiet(1_000);
    expect(script.alerts).toEqual([]);
    await lab.gateway.transfer(ref, transfer('team'));
    await eventually(() => expect(script.alerts).toHaveLength(1));
  });

  it('is not set where the tenant wants none, nor for a conversation the AI answers', async () => {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () =>
      script.turns.length === 1 ? handover() : { decision: 'answered', uptoSeq: 2, unsent: [] };
    waitingAlerts(script, 0);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.notified).toHaveLength(1));
    await lab.gateway.returnToAi(ref, { ...order, answerPending: false });
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await eventually(() => expect(script.turns).toHaveLength(2));
    const { events } = await handle.fetchHistory();
    const timers = (events ?? []).flatMap(({ timerStartedEventAttributes: timer }) => (timer ? [timer] : []));
    // The AI's return and the end by quiet: the long waits, and no other.
    expect(timers).toHaveLength(3);
  });

  it('goes on in a new run', async () => {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () => handover();
    waitingAlerts(script, 8_000);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.notified).toHaveLength(1));
    const { runId } = await handle.describe();
    let seq = 1;
    await eventually(async () => {
      seq += 1;
      await lab.gateway.messageReceived(ref, { seq, timing: STILL });
      expect((await handle.describe()).runId).not.toBe(runId);
    });
    await eventually(() => expect(script.alerts.map(({ level }) => level)).toEqual([1]));
  });
});

describe('a transfer', () => {
  it('to a colleague stops the AI at once and tells them (S2.38)', async () => {
    const { ref, script } = lab.conversation();
    let cancelled = false;
    script.onTurn = (_input, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          cancelled = true;
          reject(signal.reason as Error);
        });
      });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    const to = transfer('user');
    expect(await lab.gateway.transfer(ref, to)).toBe('AGUARDANDO_HUMANO');
    await story(script, ['turn', 'save AGUARDANDO_HUMANO', 'summarise', 'notify transfer']);
    await eventually(() => expect(cancelled).toBe(true));
    expect(script.saved[0]?.eventId).toBe(to.transferId);
    expect(script.saved[0]?.expectedFence).toBeUndefined();
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(1);
  });

  it('to oneself is a take-over', async () => {
    const { ref, script } = lab.conversation();
    expect(await lab.gateway.transfer(ref, transfer('user', { id: USER }))).toBe('HUMANO_RESPONDEU');
    await story(script, ['save HUMANO_RESPONDEU', 'summarise']);
  });

  it('to a number tells it after the summary, and the customer as was asked', async () => {
    const { ref, script } = lab.conversation();
    await lab.gateway.transfer(ref, transfer('number', { id: null, customerNotice: 'now' }));
    await story(script, ['save AGUARDANDO_HUMANO', 'tell customer', 'summarise', 'tell outside']);
    expect(script.transferNotices[0]).toMatchObject({ fence: 1, giveUp: false });
  });

  it('tells the customer after the summary when the words ask for it', async () => {
    const { ref, script } = lab.conversation();
    await lab.gateway.transfer(ref, transfer('group', { id: null, customerNotice: 'afterSummary' }));
    await story(script, ['save AGUARDANDO_HUMANO', 'summarise', 'tell customer', 'tell outside']);
  });

  it('to an agent gives it the word: the customer is told, then what is open is answered (S2.88)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => ({ decision: 'answered', uptoSeq: 1, unsent: [] });
    await lab.gateway.takeOver(ref, order);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    expect(await lab.gateway.transfer(ref, transfer('agent', { customerNotice: 'now' }))).toBe('IA_ATIVA');
    await story(script, ['save HUMANO_RESPONDEU', 'save IA_ATIVA', 'tell customer', 'turn']);
  });

  it('ordered twice under one id happens once', async () => {
    const { ref, script } = lab.conversation();
    const to = transfer('team');
    const states = await Promise.all([lab.gateway.transfer(ref, to), lab.gateway.transfer(ref, to)]);
    expect(states).toEqual(['AGUARDANDO_HUMANO', 'AGUARDANDO_HUMANO']);
    await story(script, ['save AGUARDANDO_HUMANO', 'summarise', 'notify transfer']);
  });

  it.each([
    ['without an author', { userId: '' }],
    ['without an id', { transferId: '' }],
    ['to nobody', { to: { type: 'team' as const, id: null } }],
  ])('is refused %s, and the conversation goes on', async (_what, change) => {
    const { ref, script } = lab.conversation();
    await expect(lab.gateway.transfer(ref, { ...transfer('team'), ...change })).rejects.toMatchObject({
      code: 'engine_unavailable',
    });
    expect(await lab.gateway.takeOver(ref, order)).toBe('HUMANO_RESPONDEU');
    expect(script.saved).toHaveLength(1);
  });
});
