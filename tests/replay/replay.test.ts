import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { STILL, WorkflowLab } from '../support/workflow-lab';
import { eventually } from '../support/test-tenant';
import { SCENARIOS } from './scenarios';

const { History } = temporal.api.history.v1;

const SAVED = 'tests/replay/histories';
/** `npm run histories` sets it (scripts/test.mjs): what runs today is saved as what a later version must be able to go on from. */
const RECORD = process.env['RECORD_HISTORIES'] === '1';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

function replay(json: object, workflowId: string): Promise<void> {
  const workflowBundle = { codePath: 'dist/workflows.js' };
  return Worker.runReplayHistory({ workflowBundle }, History.fromObject(json), workflowId);
}

/** As JSON, without what names the machine it ran on. */
async function historyOf(handle: WorkflowHandle): Promise<{ events: { eventType: string }[] }> {
  const history = History.toObject((await handle.fetchHistory()) as temporal.api.history.v1.History, {
    enums: String,
    bytes: String,
    longs: String,
  });
  return JSON.parse(
    JSON.stringify(history, (key, value: unknown) =>
      key === 'identity' || key === 'stackTrace' ? '' : value,
    ),
  ) as { events: { eventType: string }[] };
}

/** Waits until nothing is scheduled or running that belongs to the message. */
async function settled(handle: WorkflowHandle): Promise<{ eventType: string }[]> {
  return eventually(async () => {
    const { events } = await historyOf(handle);
    expect(events.at(-1)?.eventType).toMatch(
      /WORKFLOW_TASK_COMPLETED|WORKFLOW_EXECUTION_(COMPLETED|UPDATE_COMPLETED)|TIMER_(STARTED|CANCELED)|UPSERT|MARKER/,
    );
    return events;
  });
}

describe('replay', () => {
  it.each(Object.entries(SCENARIOS))('of what runs today: %s', async (name, play) => {
    const handle = await play(lab);
    await settled(handle);
    const history = await historyOf(handle);
    await replay(history, handle.workflowId);
    if (RECORD) {
      mkdirSync(SAVED, { recursive: true });
      const file = `${SAVED}/${name.replaceAll(/[^a-z]+/g, '-')}.json`;
      writeFileSync(file, `${JSON.stringify({ workflowId: handle.workflowId, history })}\n`);
    }
  });

  it.each(readdirSync(SAVED))('of what a deployed version left: %s', async (file) => {
    const { workflowId, history } = JSON.parse(readFileSync(`${SAVED}/${file}`, 'utf8')) as {
      workflowId: string;
      history: object;
    };
    await replay(history, workflowId);
  });

  it('has one saved history for each scenario', () => {
    expect(readdirSync(SAVED).length).toBeGreaterThanOrEqual(Object.keys(SCENARIOS).length);
  });

  it('would notice a workflow that does something else', async () => {
    const handle = await SCENARIOS['one message answered'](lab);
    await settled(handle);
    const text = JSON.stringify(await historyOf(handle)).replaceAll('answerTurn', 'somethingElse');
    await expect(replay(JSON.parse(text) as object, handle.workflowId)).rejects.toBeInstanceOf(
      DeterminismViolationError,
    );
  });
});

describe('history', () => {
  /** A lone message in a run that is open already: what each message of a conversation costs. */
  async function costOfNextMessage(debounceMs: number): Promise<string[]> {
    const timing = { ...STILL, debounceMs, debounceMaxMs: 10 * debounceMs };
    const { ref, script, handle } = lab.conversation();
    for (const seq of [1, 2]) {
      script.onTurn = () => ({ decision: 'answered', uptoSeq: seq, unsent: [] });
      await lab.gateway.messageReceived(ref, { seq, timing });
      await eventually(() => expect(script.turns).toHaveLength(seq));
      await settled(handle);
    }
    const types = (await settled(handle)).map(({ eventType }) => eventType.replace('EVENT_TYPE_', ''));
    return types.slice(types.lastIndexOf('WORKFLOW_EXECUTION_SIGNALED'));
  }

  it('takes ten events for a message that is answered at once', async () => {
    expect(await costOfNextMessage(0)).toEqual([
      'WORKFLOW_EXECUTION_SIGNALED',
      'WORKFLOW_TASK_SCHEDULED',
      'WORKFLOW_TASK_STARTED',
      'WORKFLOW_TASK_COMPLETED',
      'ACTIVITY_TASK_SCHEDULED',
      'ACTIVITY_TASK_STARTED',
      'ACTIVITY_TASK_COMPLETED',
      'WORKFLOW_TASK_SCHEDULED',
      'WORKFLOW_TASK_STARTED',
      'WORKFLOW_TASK_COMPLETED',
    ]);
  });

  it('takes five more for the quiet moment', async () => {
    expect((await costOfNextMessage(60)).length).toBe(15);
  });
});
