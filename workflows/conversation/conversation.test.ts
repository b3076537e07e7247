import { eventually } from '../../tests/support/test-tenant';
import { CONVERSATION_STATE, HUMAN_DEADLINE, TENANT_ID } from '../search-attributes';
import type { Script } from '../../tests/support/conversation-script';
import { STILL, WorkflowLab } from '../../tests/support/workflow-lab';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const USER = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
const order = { userId: USER, timing: STILL };
const handover = (uptoSeq: number) => ({
  decision: 'handover' as const,
  uptoSeq,
  reason: 'low_confidence' as const,
  fence: 0,
});
const answered = (uptoSeq: number) => ({ decision: 'answered' as const, uptoSeq, unsent: [] });
const story = (script: Script, expected: string[]) =>
  eventually(() => {
    expect(script.story).toEqual(expected);
  });
/** Long enough for anything that should not happen to happen. */
const quiet = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));
/** A turn that ends when the test says so, or when it is cancelled. */
function heldTurn() {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const wait = (signal: AbortSignal) =>
    Promise.race([
      released,
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
    ]);
  return { release, wait };
}

describe('conversation in IA_ATIVA', () => {
  it('answers a message with one turn', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    await quiet();
    expect(script.story).toEqual(['turn']);
  });

  it('takes a repeated message for what it is (F1, F3)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(1);
    await Promise.all(
      Array.from({ length: 10 }, () => lab.gateway.messageReceived(ref, { seq: 1, timing: STILL })),
    );
    await story(script, ['turn']);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(1);
  });

  it('answers a burst together, once it is quiet (F7)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(3);
    const timing = { ...STILL, debounceMs: 400, debounceMaxMs: 5_000 };
    for (const seq of [1, 2, 3]) {
      await lab.gateway.messageReceived(ref, { seq, timing });
      await quiet(100);
    }
    expect(script.turns).toHaveLength(0);
    await story(script, ['turn']);
  });

  it('answers a burst that does not end when its time is up', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(99);
    const timing = { ...STILL, debounceMs: 400, debounceMaxMs: 900 };
    let seq = 0;
    await eventually(async () => {
      await lab.gateway.messageReceived(ref, { seq: ++seq, timing });
      await quiet(100);
      expect(script.turns).toHaveLength(1);
    });
    expect(seq).toBeGreaterThan(3);
  });

  it('answers a burst at its twentieth message', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(20);
    const timing = { ...STILL, debounceMs: 20_000, debounceMaxMs: 20_000 };
    for (let seq = 1; seq <= 20; seq += 1) await lab.gateway.messageReceived(ref, { seq, timing });
    await story(script, ['turn']);
  });

  it('drops the draft when the customer writes more, and answers all that came', async () => {
    const { ref, script } = lab.conversation();
    const held = heldTurn();
    script.onTurn = async (_input, signal) => {
      if (script.turns.length === 1) await held.wait(signal);
      return answered(2);
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await story(script, ['turn', 'turn']);
    expect(script.turns[0]?.turnId).not.toBe(script.turns[1]?.turnId);
    await quiet();
    expect(script.turns).toHaveLength(2);
  });

  it('does not take a turn that broke when it was asked to stop for a failing provider: the same turn goes on', async () => {
    const { ref, script } = lab.conversation();
    const held = heldTurn();
    script.onTurn = async (_input, signal) => {
      if (script.turns.length > 1) return answered(2);
      // As when its worker is killed, or the database: the engine tries nothing again that was asked to stop.
      await held.wait(signal).catch(() => {
        throw new Error('the database is gone');
      });
      return answered(1);
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await story(script, ['turn', 'turn']);
    expect(script.turns[0]?.turnId).toBe(script.turns[1]?.turnId);
    await quiet();
    expect(script.story).toEqual(['turn', 'turn']);
  });

  it('takes a turn up again that was dropped between two tries: what it had begun is not forgotten', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => {
      // As when its worker is killed after the first balloon was claimed.
      if (script.turns.length === 1) throw new Error('the worker is gone');
      return answered(script.turns.length);
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    // While it waits for its next try, the engine drops it at once.
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await story(script, ['turn', 'turn']);
    expect(script.turns[0]?.turnId).toBe(script.turns[1]?.turnId);
    await lab.gateway.messageReceived(ref, { seq: 3, timing: STILL });
    await story(script, ['turn', 'turn', 'turn']);
    expect(script.turns[2]?.turnId).not.toBe(script.turns[1]?.turnId);
  });

  it('thinks again after a stale turn', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => (script.turns.length === 1 ? { decision: 'stale' } : answered(2));
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'turn']);
  });

  it('leaves alone what a turn found answered already', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => ({ decision: 'nothing', uptoSeq: 4 });
    await lab.gateway.messageReceived(ref, { seq: 4, timing: STILL });
    await story(script, ['turn']);
    await quiet();
    expect(script.story).toEqual(['turn']);
  });

  it('says nothing for a tenant whose AI may not speak', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => ({ decision: 'silenced', uptoSeq: 1 });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    await quiet();
    expect(script.story).toEqual(['turn']);
  });

  it('delivers what a turn left unsent, before the next turn', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => ({
      decision: 'answered',
      uptoSeq: script.turns.length,
      unsent: [`b${script.turns.length}`],
    });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'deliver b1']);
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await story(script, ['turn', 'deliver b1', 'turn', 'deliver b2']);
  });

  it('hands over on low confidence: state, one fallback, team (F12)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => handover(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, [
      'turn',
      'save AGUARDANDO_HUMANO',
      'notice fallback',
      'summarise',
      'notify low_confidence',
    ]);
    expect(script.saved[0]).toMatchObject({ expectedFence: 0, handledSeq: 1 });
    expect(script.notices[0]).toMatchObject({ fence: 1 });
  });

  it('hands over when a turn fails for good', async () => {
    const { ref, script } = lab.conversation();
    const { ApplicationFailure } = await import('@temporalio/common');
    script.onTurn = () => {
      throw ApplicationFailure.nonRetryable('broken', 'ValidationError');
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, [
      'turn',
      'save AGUARDANDO_HUMANO',
      'notice fallback',
      // The model that has just failed is not asked for a summary.
      'extract',
      'notify provider_failure',
    ]);
  });

  it('voids a hand-over when a person was faster: no fallback, no mail', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => handover(1);
    script.onSave = (input) =>
      input.cause.type === 'handedOver'
        ? { saved: false, state: 'HUMANO_RESPONDEU' }
        : { saved: true, fence: 7 };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'save AGUARDANDO_HUMANO', 'save HUMANO_RESPONDEU']);
    await quiet();
    expect(script.notices).toEqual([]);
    expect(script.notified).toEqual([]);
  });

  it('ends when the conversation was deleted', async () => {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () => ({ decision: 'gone' });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await handle.result();
    expect(script.story).toEqual(['turn']);
  });

  it('adopts a person it finds in charge', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => ({ decision: 'fenced', state: 'HUMANO_RESPONDEU' });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'save HUMANO_RESPONDEU']);
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(1);
  });
});

describe('conversation with the team', () => {
  it('never answers by itself while a person is awaited', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => handover(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.notified).toHaveLength(1));
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(1);
  });

  it('accepts a take-over before answering it, and is silent then', async () => {
    const { ref, script } = lab.conversation();
    expect(await lab.gateway.takeOver(ref, order)).toBe('HUMANO_RESPONDEU');
    expect(script.story).toEqual(['save HUMANO_RESPONDEU']);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(0);
  });

  it('takes over at once while the AI is thinking', async () => {
    const { ref, script } = lab.conversation();
    const held = heldTurn();
    script.onTurn = async (_input, signal) => {
      await held.wait(signal);
      return answered(1);
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    expect(await lab.gateway.takeOver(ref, order)).toBe('HUMANO_RESPONDEU');
    await quiet();
    expect(script.story).toEqual(['turn', 'save HUMANO_RESPONDEU']);
  });

  it('delivers what a person wrote and silences the AI', async () => {
    const { ref, script } = lab.conversation();
    await lab.gateway.humanReplied(ref, { uptoSeq: 1, userId: USER, balloonId: 'h1', timing: STILL });
    await story(script, ['save HUMANO_RESPONDEU', 'deliver h1']);
    await lab.gateway.humanReplied(ref, { uptoSeq: 1, userId: USER, balloonId: 'h1', timing: STILL });
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(0);
  });

  it("delivers a person's words before an AI balloon that cannot leave", async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => ({ decision: 'answered', uptoSeq: 1, unsent: ['ai'] });
    script.onDeliver = (input) => {
      if (input.balloonId === 'human') return 'sent';
      if (script.deliveries.some(({ balloonId }) => balloonId === 'human')) return 'dropped';
      throw new Error('the provider is away');
    };
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.deliveries.length).toBeGreaterThan(0));
    await lab.gateway.humanReplied(ref, { uptoSeq: 1, userId: USER, balloonId: 'human', timing: STILL });
    await eventually(() => expect(script.story).toContain('deliver human'));
    await eventually(() => expect(script.story.at(-1)).toBe('deliver ai'));
  });

  it('counts a reply on the paired phone as a take-over', async () => {
    const { ref, script } = lab.conversation();
    await lab.gateway.humanReplied(ref, { uptoSeq: 3, userId: null, balloonId: null, timing: STILL });
    await story(script, ['save HUMANO_RESPONDEU']);
  });

  it('returns by button without a word, and answers the next message (F6)', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(3);
    await lab.gateway.takeOver(ref, order);
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    expect(await lab.gateway.returnToAi(ref, { ...order, answerPending: false })).toBe('IA_ATIVA');
    await quiet();
    expect(script.story).toEqual(['save HUMANO_RESPONDEU', 'save IA_ATIVA']);
    await lab.gateway.messageReceived(ref, { seq: 3, timing: STILL });
    await story(script, ['save HUMANO_RESPONDEU', 'save IA_ATIVA', 'turn']);
  });

  it('returns by button and answers what is pending when asked to', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(2);
    await lab.gateway.takeOver(ref, order);
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    await lab.gateway.returnToAi(ref, { ...order, answerPending: true });
    await story(script, ['save HUMANO_RESPONDEU', 'save IA_ATIVA', 'turn']);
  });
});

describe('conversation by the clock', () => {
  it('comes back when nobody came: both messages, then what is unanswered (F8)', async () => {
    const { ref, script } = lab.conversation();
    const timing = { ...STILL, humanReturnMs: 700 };
    script.onTurn = () => (script.turns.length === 1 ? handover(1) : answered(2));
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await eventually(() => expect(script.notified).toHaveLength(1));
    await lab.gateway.messageReceived(ref, { seq: 2, timing });
    await eventually(() => expect(script.turns).toHaveLength(2));
    expect(script.story.filter((line) => !/^(notify|summarise)/.test(line))).toEqual([
      'turn',
      'save AGUARDANDO_HUMANO',
      'notice fallback',
      'save IA_ATIVA',
      'notice unanswered',
      'notice humanReturn',
      'turn',
    ]);
    expect(script.saved[1]).toMatchObject({ expectedFence: 1 });
  });

  it('comes back when the person falls silent: the return message only', async () => {
    const { ref, script } = lab.conversation();
    await lab.gateway.takeOver(ref, { ...order, timing: { ...STILL, humanReturnMs: 400 } });
    await story(script, ['save HUMANO_RESPONDEU', 'save IA_ATIVA', 'notice humanReturn']);
  });

  it('restarts the clock at each human reply', async () => {
    const { ref, script } = lab.conversation();
    const timing = { ...STILL, humanReturnMs: 1_200 };
    await lab.gateway.takeOver(ref, { ...order, timing });
    await quiet(800);
    await lab.gateway.humanReplied(ref, { uptoSeq: 1, userId: USER, balloonId: null, timing });
    await quiet(800);
    expect(script.notices).toEqual([]);
    await eventually(() => expect(script.notices).toHaveLength(1));
  });

  it('lets a person who replied at the last moment win over the deadline', async () => {
    const { ref, script } = lab.conversation();
    script.onSave = (input) =>
      input.cause.type === 'deadlinePassed'
        ? { saved: false, state: 'HUMANO_RESPONDEU' }
        : { saved: true, fence: script.saved.length };
    await lab.gateway.takeOver(ref, { ...order, timing: { ...STILL, humanReturnMs: 300 } });
    await eventually(() => expect(script.saved.map(({ cause }) => cause.type)).toContain('foundWithTeam'));
    expect(script.notices).toEqual([]);
  });

  it('ends when it has been quiet, and the next message opens a new run', async () => {
    const { ref, script, handle } = lab.conversation();
    const timing = { ...STILL, idleCloseMs: 500 };
    script.onTurn = () => answered(script.turns.length);
    await lab.gateway.messageReceived(ref, { seq: 1, timing });
    await handle.result();
    const first = await handle.describe();
    expect(first.status.name).toBe('COMPLETED');
    await lab.gateway.messageReceived(ref, { seq: 2, timing });
    await eventually(() => expect(script.turns).toHaveLength(2));
    expect((await handle.describe()).runId).not.toBe(first.runId);
  });

  it('does not end while it is being used', async () => {
    const { ref, script, handle } = lab.conversation();
    const timing = { ...STILL, idleCloseMs: 900 };
    script.onTurn = () => answered(script.turns.length);
    for (let seq = 1; seq <= 4; seq += 1) {
      await lab.gateway.messageReceived(ref, { seq, timing });
      await quiet(450);
    }
    const { runId } = await handle.describe();
    expect((await handle.describe()).status.name).toBe('RUNNING');
    expect(script.turns).toHaveLength(4);
    await handle.result();
    expect((await handle.describe()).runId).toBe(runId);
  });

  it('does not end while a person has it', async () => {
    const { ref, handle } = lab.conversation();
    await lab.gateway.takeOver(ref, { ...order, timing: { ...STILL, idleCloseMs: 200 } });
    await quiet(700);
    expect((await handle.describe()).status.name).toBe('RUNNING');
  });

  it('ends when it is resolved', async () => {
    const { ref, script, handle } = lab.conversation();
    await lab.gateway.takeOver(ref, order);
    expect(await lab.gateway.resolve(ref, order)).toBe('IA_ATIVA');
    await handle.result();
    expect(script.story).toEqual(['save HUMANO_RESPONDEU', 'save IA_ATIVA']);
  });
});

describe('conversation that grows long', () => {
  it('goes on in a new run with all it knew, and what is being delivered is delivered once', async () => {
    const { ref, script, handle } = lab.conversation();
    await lab.gateway.takeOver(ref, order);
    const { runId } = await handle.describe();
    let seq = 0;
    await eventually(async () => {
      seq += 1;
      await lab.gateway.messageReceived(ref, { seq, timing: STILL });
      if (seq % 10 === 0) {
        const balloonId = `h${seq}`;
        await lab.gateway.humanReplied(ref, { uptoSeq: seq, userId: USER, balloonId, timing: STILL });
      }
      expect((await handle.describe()).runId).not.toBe(runId);
    });
    await eventually(() => expect(script.deliveries).toHaveLength(Math.floor(seq / 10)));
    expect(new Set(script.deliveries.map(({ balloonId }) => balloonId)).size).toBe(script.deliveries.length);
    const description = await handle.describe();
    expect(description.typedSearchAttributes.get(CONVERSATION_STATE)).toBe('HUMANO_RESPONDEU');
    expect(description.typedSearchAttributes.get(HUMAN_DEADLINE)).toBeInstanceOf(Date);
    await lab.gateway.messageReceived(ref, { seq: seq + 1, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(0);
    script.onTurn = () => answered(seq + 1);
    expect(await lab.gateway.returnToAi(ref, { ...order, answerPending: true })).toBe('IA_ATIVA');
    await eventually(() => expect(script.turns).toHaveLength(1));
  });
});

describe('conversation and its orders', () => {
  it('refuses an order without an author, and goes on', async () => {
    const { ref, script } = lab.conversation();
    await expect(lab.gateway.takeOver(ref, { ...order, userId: '' })).rejects.toMatchObject({
      code: 'engine_unavailable',
    });
    expect(await lab.gateway.takeOver(ref, order)).toBe('HUMANO_RESPONDEU');
    expect(script.saved).toHaveLength(1);
  });

  it('shows operators what it does, without a name, a number or a word', async () => {
    const { ref, handle, script } = lab.conversation();
    script.onTurn = () => handover(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(script.notified).toHaveLength(1));
    const description = await handle.describe();
    expect(description.workflowId).toBe(`conversation:${ref.tenantId}:${ref.conversationId}`);
    expect(description.typedSearchAttributes.get(TENANT_ID)).toBe(ref.tenantId);
    expect(description.typedSearchAttributes.get(CONVERSATION_STATE)).toBe('AGUARDANDO_HUMANO');
    expect(description.typedSearchAttributes.get(HUMAN_DEADLINE)).toBeInstanceOf(Date);
    expect(await description.staticSummary()).toBe('Conversa de um cliente com a empresa');
  });
});

describe('conversation whose customer is found to be another’s (F23)', () => {
  it('merged away, drops its draft, delivers what was promised and ends', async () => {
    const { ref, script, handle } = lab.conversation();
    let begun = false;
    script.onTurn = (_input, signal) =>
      new Promise((_, reject) => {
        begun = true;
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => expect(begun).toBe(true));
    await lab.gateway.humanReplied(ref, { uptoSeq: 1, userId: USER, balloonId: 'promised', timing: STILL });
    await lab.gateway.mergedAway(ref);
    await handle.result();
    expect(script.story).toEqual(['turn', 'save HUMANO_RESPONDEU', 'deliver promised']);
  });

  it('ends by itself when its state is refused because it was merged, and refuses the order', async () => {
    const { ref, script, handle } = lab.conversation();
    script.onSave = () => ({ saved: false, state: null, merged: true });
    await expect(lab.gateway.takeOver(ref, order)).rejects.toMatchObject({ code: 'engine_unavailable' });
    await handle.result();
    expect(script.turns).toHaveLength(0);
  });

  it('numbered anew, answers what is open and nothing else', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(12);
    await lab.gateway.rewritten(ref, { seq: 12, answeredSeq: 11, withTeam: null, timing: STILL });
    await eventually(() => expect(script.turns).toHaveLength(1));
    await lab.gateway.messageReceived(ref, { seq: 3, timing: STILL });
    await quiet();
    expect(script.turns).toHaveLength(1);
  });

  it('joined with one that the team has, the AI is silent until its deadline', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(12);
    const withTeam = { state: 'HUMANO_RESPONDEU' as const, humanDeadline: Date.now() + 1_000 };
    await lab.gateway.rewritten(ref, { seq: 12, answeredSeq: 11, withTeam, timing: STILL });
    await eventually(() => expect(script.story).toEqual(['save HUMANO_RESPONDEU']));
    await eventually(() => expect(script.turns).toHaveLength(1));
    expect(script.story).toEqual(['save HUMANO_RESPONDEU', 'save IA_ATIVA', 'notice humanReturn', 'turn']);
  });

  it('told of a merge that has nothing running, starts nothing', async () => {
    const { ref, handle } = lab.conversation();
    await lab.gateway.mergedAway(ref);
    await expect(handle.describe()).rejects.toThrow();
  });
});
