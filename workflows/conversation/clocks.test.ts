import { newId } from '../../config/new-id';
import { eventually } from '../../tests/support/test-tenant';
import type { Script } from '../../tests/support/conversation-script';
import { HOUR, STILL, WorkflowLab } from '../../tests/support/workflow-lab';
import { HUMAN_DEADLINE } from '../search-attributes';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const order = { userId: newId(), timing: STILL };
const answered = (uptoSeq: number) => ({ decision: 'answered' as const, uptoSeq, unsent: [] });
const closedUntil = (opensAt: number) => ({ decision: 'closed' as const, uptoSeq: 1, opensAt, fence: 5 });
const story = (script: Script, expected: string[]) =>
  eventually(() => {
    expect(script.story).toEqual(expected);
  });
/** Long enough for anything that should not happen to happen. */
const quiet = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));

describe('conversation while nobody is there (F20)', () => {
  it('says so once, waits for the opening whatever comes, and answers then', async () => {
    const { ref, script } = lab.conversation();
    const opensAt = Date.now() + 2_500;
    script.onTurn = () => (script.turns.length === 1 ? closedUntil(opensAt) : answered(3));
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'notice outOfHours']);
    expect(script.notices[0]).toMatchObject({ fence: 5 });
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await lab.gateway.messageReceived(ref, { seq: 3, timing: STILL });
    await quiet();
    expect(script.story).toEqual(['turn', 'notice outOfHours']);
    await story(script, ['turn', 'notice outOfHours', 'turn']);
    expect(Date.now()).toBeGreaterThanOrEqual(opensAt);
  });

  it('says the same thing when it is asked again in one closed period: one notice, one id', async () => {
    const { ref, script } = lab.conversation();
    const opensAt = Date.now() + HOUR;
    script.onTurn = () => closedUntil(opensAt);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'notice outOfHours']);
    await lab.gateway.takeOver(ref, order);
    await lab.gateway.returnToAi(ref, { ...order, answerPending: true });
    await eventually(() => expect(script.notices).toHaveLength(2));
    expect(script.notices[0]?.noticeId).toBe(script.notices[1]?.noticeId);
  });

  it('does not think in circles when two clocks differ about the opening', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => closedUntil(Date.now() - 1_000);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'notice outOfHours']);
    await quiet(800);
    expect(script.turns).toHaveLength(1);
  });

  it('does not end before the opening, however quiet it is', async () => {
    const { ref, script, handle } = lab.conversation();
    const timing = { ...STILL, idleCloseMs: 300 };
    const opensAt = Date.now() + 2_000;
    script.onTurn = () => (script.turns.length === 1 ? closedUntil(opensAt) : answered(1));
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await handle.result();
    expect(script.story).toEqual(['turn', 'notice outOfHours', 'turn']);
  });
});

describe('conversation that ends by quiet (F11)', () => {
  const timing = { ...STILL, idleCloseMs: 500, saysGoodbye: true };

  it('says goodbye once, and ends', async () => {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await handle.result();
    expect(script.story).toEqual(['turn', 'goodbye']);
  });

  it('says nothing without words for it, and nothing when a person closed the matter', async () => {
    const silent = lab.conversation();
    silent.script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(silent.ref, { seq: 1, timing: { ...timing, saysGoodbye: false } });
    const resolved = lab.conversation();
    await lab.gateway.takeOver(resolved.ref, { ...order, timing });
    await lab.gateway.resolve(resolved.ref, { ...order, timing });
    await Promise.all([silent.handle.result(), resolved.handle.result()]);
    expect([...silent.script.story, ...resolved.script.story]).not.toContain('goodbye');
  });
});

describe('more time for a person', () => {
  it('moves the deadline, and the AI comes back after it', async () => {
    const { ref, script } = lab.conversation();
    const timing = { ...STILL, humanReturnMs: 1_200 };
    await lab.gateway.takeOver(ref, { ...order, timing });
    const before = script.saved[0]?.humanDeadline ?? 0;
    const answer = await lab.gateway.extend(ref, { ...order, timing, byMs: 1_500 });
    expect(answer).toEqual({ state: 'HUMANO_RESPONDEU', humanDeadline: before + 1_500 });
    expect(script.saved.at(-1)).toMatchObject({ cause: { type: 'extended' }, humanDeadline: before + 1_500 });
    await eventually(() => expect(script.notices).toHaveLength(1));
    expect(Date.now()).toBeGreaterThanOrEqual(before + 1_500);
  });

  it('is refused where no clock runs, and where it would never end', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await expect(lab.gateway.extend(ref, { ...order, byMs: HOUR })).rejects.toMatchObject({
      code: 'not_with_team',
    });
    await lab.gateway.takeOver(ref, order);
    await expect(lab.gateway.extend(ref, { ...order, byMs: 20 * 24 * HOUR })).rejects.toMatchObject({
      code: 'deadline_too_far',
    });
    expect(script.saved).toHaveLength(1);
  });
});

describe('a deadline', () => {
  const known = (humanDeadline: number) => ({
    state: 'HUMANO_RESPONDEU' as const,
    humanDeadline,
    fence: 7,
    receivedSeq: 4,
    handledSeq: 3,
  });

  it('is acted upon by a new run when the engine lost the old one: notice, then what is open (F8)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(4);
    await lab.gateway.deadlineFound(ref, { known: known(Date.now() - HOUR), timing: STILL });
    await story(script, ['save IA_ATIVA', 'notice humanReturn', 'turn']);
    expect(script.saved[0]).toMatchObject({ cause: { type: 'deadlinePassed' }, expectedFence: 7 });
    await lab.gateway.deadlineFound(ref, { known: { ...known(Date.now() - HOUR), fence: 0 }, timing: STILL });
    await quiet();
    expect(script.story).toHaveLength(3);
  });

  it('that lies ahead is waited for by that run too: who looked had a wrong clock', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(4);
    const humanDeadline = Date.now() + 1_500;
    await lab.gateway.deadlineFound(ref, { known: known(humanDeadline), timing: STILL });
    await quiet(500);
    expect(script.story).toEqual([]);
    await eventually(() => expect(script.notices).toHaveLength(1));
    expect(Date.now()).toBeGreaterThanOrEqual(humanDeadline);
  });

  it('is not touched where the run is up to date', async () => {
    const { ref, script } = lab.conversation();
    script.onSave = () => ({ saved: true, fence: 7 });
    await lab.gateway.takeOver(ref, order);
    await lab.gateway.deadlineFound(ref, { known: known(Date.now() - HOUR), timing: STILL });
    await quiet();
    expect(script.story).toEqual(['save HUMANO_RESPONDEU']);
  });

  it('of a lost run is known to the orders of people: returned, extended', async () => {
    const returned = lab.conversation();
    const ours = { ...order, known: known(Date.now() + HOUR) };
    expect(await lab.gateway.returnToAi(returned.ref, { ...ours, answerPending: false })).toBe('IA_ATIVA');
    expect(returned.script.story).toEqual(['save IA_ATIVA']);
    const extended = lab.conversation();
    expect(await lab.gateway.extend(extended.ref, { ...ours, byMs: HOUR })).toEqual({
      state: 'HUMANO_RESPONDEU',
      humanDeadline: ours.known.humanDeadline + HOUR,
    });
  });

  it('is the later one that the database counted in open hours (F20)', async () => {
    const { ref, script, handle } = lab.conversation();
    let written = 0;
    script.onSave = ({ cause, humanDeadline }) => {
      if (cause.type === 'takenOver') written = (humanDeadline ?? 0) + 1_500;
      return {
        saved: true,
        fence: script.saved.length,
        humanDeadline: cause.type === 'takenOver' ? written : humanDeadline,
      };
    };
    await lab.gateway.takeOver(ref, { ...order, timing: { ...STILL, humanReturnMs: 500 } });
    await eventually(async () => {
      const { typedSearchAttributes } = await handle.describe();
      expect(typedSearchAttributes.get(HUMAN_DEADLINE)?.getTime()).toBe(written);
    });
    await eventually(() => expect(script.notices).toHaveLength(1));
    expect(Date.now()).toBeGreaterThanOrEqual(written);
  });
});

describe('clocks and workers (F8, F10, N3)', () => {
  it('run while no worker does: a deadline, an opening and the end by quiet all come', async () => {
    const team = lab.conversation();
    await lab.gateway.takeOver(team.ref, { ...order, timing: { ...STILL, humanReturnMs: 1_500 } });
    const night = lab.conversation();
    night.script.onTurn = () =>
      night.script.turns.length === 1 ? closedUntil(Date.now() + 1_500) : answered(1);
    await lab.gateway.messageReceived(night.ref, { seq: 1, timing: STILL });
    await story(night.script, ['turn', 'notice outOfHours']);
    const idle = lab.conversation();
    idle.script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(idle.ref, { seq: 1, timing: { ...STILL, idleCloseMs: 1_500 } });
    await story(idle.script, ['turn']);
    await lab.stopWorkers();
    try {
      await quiet(2_000);
      expect(team.script.story).toEqual(['save HUMANO_RESPONDEU']);
    } finally {
      await lab.startWorkers();
    }
    await story(team.script, ['save HUMANO_RESPONDEU', 'save IA_ATIVA', 'notice humanReturn']);
    await story(night.script, ['turn', 'notice outOfHours', 'turn']);
    await idle.handle.result();
  }, 60_000);

  it('keep what is left when a worker comes back in the middle', async () => {
    const { ref, script } = lab.conversation();
    await lab.gateway.takeOver(ref, { ...order, timing: { ...STILL, humanReturnMs: 5_000 } });
    const deadline = script.saved[0]?.humanDeadline ?? 0;
    await lab.stopWorkers();
    await lab.startWorkers();
    expect(script.notices).toEqual([]);
    await eventually(() => expect(script.notices).toHaveLength(1));
    expect(Date.now()).toBeGreaterThanOrEqual(deadline);
  }, 60_000);

  it('end each of several waits once, wherever workers come and go between them (F9)', async () => {
    const { ref, script } = lab.conversation();
    const timing = { ...STILL, humanReturnMs: 1_200 };
    const told: string[] = [];
    for (let wait = 1; wait <= 3; wait += 1) {
      await lab.gateway.takeOver(ref, { ...order, timing });
      await lab.stopWorkers();
      // Every second wait ends while nobody is there to notice.
      if (wait % 2 === 0) await quiet(1_500);
      await lab.startWorkers();
      told.push('save HUMANO_RESPONDEU', 'save IA_ATIVA', 'notice humanReturn');
      await story(script, told);
    }
    await quiet(1_500);
    expect(script.story).toEqual(told);
  }, 90_000);

  it('go on in the run that continues as new: the opening is still waited for', async () => {
    const { ref, script, handle } = lab.conversation();
    const opensAt = Date.now() + HOUR;
    script.onTurn = () => closedUntil(opensAt);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'notice outOfHours']);
    const { runId } = await handle.describe();
    let seq = 1;
    await eventually(async () => {
      seq += 1;
      await lab.gateway.messageReceived(ref, { seq, timing: STILL });
      expect((await handle.describe()).runId).not.toBe(runId);
    }, 60_000);
    await lab.gateway.messageReceived(ref, { seq: seq + 1, timing: STILL });
    await quiet();
    expect(script.story).toEqual(['turn', 'notice outOfHours']);
  }, 90_000);
});
