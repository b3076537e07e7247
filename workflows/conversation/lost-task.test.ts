import type { WorkflowHandle } from '@temporalio/client';
import { eventually } from '../../tests/support/test-tenant';
import type { ConversationState } from '../../domain/conversation/state';
import type { Script } from '../../tests/support/conversation-script';
import { STILL, WorkflowLab } from '../../tests/support/workflow-lab';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const handover = { decision: 'handover', uptoSeq: 1, reason: 'low_confidence', fence: 0 } as const;

/** As the task is that was cut short with its worker: run anew from what the history knows, and later. */
async function loseTaskAfter(handle: WorkflowHandle, type: 'activityTaskCompleted' | 'timerFired') {
  const { events } = await handle.fetchHistory();
  const at = events?.findIndex((event) => event[`${type}EventAttributes`] != null) ?? -1;
  const finished = events?.slice(at).find((event) => event.workflowTaskCompletedEventAttributes != null);
  if (at < 0 || finished === undefined) throw new Error(`no task after ${type}`);
  await lab.client.workflowService.resetWorkflowExecution({
    namespace: lab.client.options.namespace,
    workflowExecution: { workflowId: handle.workflowId },
    reason: 'the worker died',
    requestId: handle.workflowId,
    workflowTaskFinishEventId: finished.eventId ?? null,
  });
}

/** The database's part: the same event again is found, and nothing else holds under the old fence. */
function remembers(script: Script): void {
  const written: string[] = [];
  script.onSave = ({ eventId, expectedFence, state }) => {
    if (!written.includes(eventId)) {
      if (expectedFence !== undefined && expectedFence !== written.length) return { saved: false, state };
      written.push(eventId);
    }
    return { saved: true, fence: written.indexOf(eventId) + 1 };
  };
}

describe('a task that is lost after it was written down', () => {
  it('hands over once, and the customer is told of it', async () => {
    const { ref, script, handle } = lab.conversation();
    remembers(script);
    script.onTurn = () => handover;
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => {
      expect(script.notices).toHaveLength(1);
    });
    await loseTaskAfter(handle, 'activityTaskCompleted');
    await eventually(() => {
      expect(script.notices).toHaveLength(2);
    });
    const [first, again] = script.saved;
    expect(again?.eventId).toBe(first?.eventId);
    expect(script.notices.map(({ notice, fence }) => [notice, fence])).toEqual([
      ['fallback', 1],
      ['fallback', 1],
    ]);
  });

  it('returns once when the time of the team is up, and the customer is told of it', async () => {
    const { ref, script, handle } = lab.conversation();
    remembers(script);
    script.onTurn = () => (script.turns.length === 1 ? handover : { decision: 'nothing', uptoSeq: 1 });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: { ...STILL, humanReturnMs: 600 } });
    const returns = () => script.saved.filter(({ cause }) => cause.type === 'deadlinePassed');
    const told = () => script.notices.filter(({ notice }) => notice === 'humanReturn');
    await eventually(() => {
      expect(told()).toHaveLength(1);
    });
    await loseTaskAfter(handle, 'timerFired');
    await eventually(() => {
      expect(told()).toHaveLength(2);
    });
    expect(new Set(returns().map(({ eventId }) => eventId)).size).toBe(1);
    expect(told().map(({ fence }) => fence)).toEqual([2, 2]);
  });

  it("writes a person's order once, whatever was heard before it the second time", async () => {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () => ({ decision: 'answered', uptoSeq: 1, unsent: [] });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await eventually(() => {
      expect(script.turns).toHaveLength(1);
    });
    const userId = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
    const replied = { balloonId: null, uptoSeq: 2, userId, timing: STILL };
    await lab.gateway.humanReplied(ref, replied);
    await eventually(() => {
      expect(script.saved).toHaveLength(1);
    });
    await loseTaskAfter(handle, 'activityTaskCompleted');
    await eventually(() => {
      expect(script.saved).toHaveLength(2);
    });
    expect(script.saved[1]?.eventId).toBe(script.saved[0]?.eventId);
  });

  it("keeps a person's order that was written down, and what the customer said meanwhile is answered", async () => {
    const { ref, script } = lab.conversation();
    const userId = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
    script.onTurn = () => ({ decision: 'answered', uptoSeq: 3, unsent: [] });
    const written = new Map<string, ConversationState>();
    script.onSave = async ({ eventId, cause, state }) => {
      // Comes while the task that is to end the run is at work: the server does not take its end, and runs it anew.
      if (cause.type === 'resolved' && !written.has(eventId)) {
        await lab.gateway.messageReceived(ref, { seq: 3, timing: STILL });
      }
      if (!written.has(eventId)) written.set(eventId, state);
      return { saved: true, fence: [...written.keys()].indexOf(eventId) + 1 };
    };
    await lab.gateway.humanReplied(ref, { balloonId: null, uptoSeq: 2, userId, timing: STILL });
    await eventually(() => {
      expect(script.saved).toHaveLength(1);
    });
    const known = {
      state: 'HUMANO_RESPONDEU',
      humanDeadline: null,
      fence: 1,
      receivedSeq: 2,
      handledSeq: 2,
    } as const;
    await expect(lab.gateway.resolve(ref, { userId, timing: STILL, known, uptoSeq: 2 })).resolves.toBe(
      'IA_ATIVA',
    );
    await eventually(() => {
      expect(script.turns).toHaveLength(1);
    });
    expect([...written.values()]).toEqual(['HUMANO_RESPONDEU', 'IA_ATIVA']);
  });

  it('leaves open what came after a person gave the order, whichever is heard first', async () => {
    const { ref, script } = lab.conversation();
    const userId = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
    script.onTurn = () => ({ decision: 'answered', uptoSeq: 3, unsent: [] });
    await lab.gateway.humanReplied(ref, { balloonId: null, uptoSeq: 2, userId, timing: STILL });
    await lab.gateway.messageReceived(ref, { seq: 3, timing: STILL });
    const known = {
      state: 'HUMANO_RESPONDEU',
      humanDeadline: null,
      fence: 1,
      receivedSeq: 2,
      handledSeq: 2,
    } as const;
    await lab.gateway.resolve(ref, { userId, timing: STILL, known, uptoSeq: 2 });
    await eventually(() => {
      expect(script.turns).toHaveLength(1);
    });
    expect(script.saved.map(({ state, handledSeq }) => [state, handledSeq])).toEqual([
      ['HUMANO_RESPONDEU', 2],
      ['IA_ATIVA', 2],
    ]);
  });
});
