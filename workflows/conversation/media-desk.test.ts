import { ApplicationFailure } from '@temporalio/common';
import type { TurnOutcome } from '../../activities/conversation/answer-turn';
import { eventually } from '../../tests/support/test-tenant';
import type { Script } from '../../tests/support/conversation-script';
import { HOUR, STILL, WorkflowLab } from '../../tests/support/workflow-lab';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const USER = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
const answered = (uptoSeq: number): TurnOutcome => ({ decision: 'answered', uptoSeq, unsent: [] });
const story = (script: Script, expected: string[]) =>
  eventually(() => {
    expect(script.story).toEqual(expected);
  });
/** Long enough for anything that should not happen to happen. */
const quiet = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));
/** A file that is done when the test says so. */
function heldFile() {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return { release, released };
}
const audio = (waitMs = HOUR) => ({ id: 'audio', waitMs });

describe('a file from the paired phone', () => {
  const files = (script: Script) => script.story.filter((step) => /^(file|give up) /.test(step));
  const sent = { uptoSeq: 1, userId: null, balloonId: null, timing: STILL };

  it('delays neither the take-over nor what is said afterwards', async () => {
    const { ref, script } = lab.conversation();
    const held = heldFile();
    script.onFile = () => held.released;
    script.onTurn = () => answered(2);
    await lab.gateway.humanReplied(ref, { ...sent, mediaId: 'owner' });
    await eventually(() => expect(files(script)).toEqual(['file owner']));
    await lab.gateway.messageReceived(ref, { seq: 2, timing: STILL });
    expect(await lab.gateway.returnToAi(ref, { userId: USER, timing: STILL, answerPending: true })).toBe(
      'IA_ATIVA',
    );
    await eventually(() => expect(script.story).toContain('turn'));
    expect(script.turns[0]).not.toHaveProperty('gaveUpSeq');
    held.release();
  });

  it('comes again where the business holds its share of the places, and is fetched then', async () => {
    const { ref, script } = lab.conversation();
    script.onFile = () => (script.files.length === 1 ? { busyMs: 20 } : undefined);
    await lab.gateway.humanReplied(ref, { ...sent, mediaId: 'owner' });
    await eventually(() => expect(files(script)).toEqual(['file owner', 'file owner']));
    await quiet();
    expect(script.files).toHaveLength(2);
  });

  it('is fetched once however often it is told, and given up by itself', async () => {
    const { ref, script } = lab.conversation();
    script.onFile = () => {
      throw ApplicationFailure.nonRetryable('gone', 'NotFoundError');
    };
    script.onTurn = () => answered(2);
    await lab.gateway.humanReplied(ref, { ...sent, mediaId: 'owner' });
    await lab.gateway.humanReplied(ref, { ...sent, mediaId: 'owner' });
    await eventually(() => expect(files(script)).toEqual(['file owner', 'give up owner']));
    await lab.gateway.humanReplied(ref, { ...sent, mediaId: 'owner' });
    await quiet();
    expect(files(script)).toEqual(['file owner', 'give up owner']);
  });
});

describe('a conversation to which a file comes', () => {
  it('answers when the file is understood, and not before', async () => {
    const { ref, script } = lab.conversation();
    const held = heldFile();
    script.onFile = () => held.released;
    script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media: audio() });
    await story(script, ['file audio']);
    await quiet();
    expect(script.turns).toHaveLength(0);
    held.release();
    await story(script, ['file audio', 'turn']);
    expect(script.files[0]).toMatchObject({ ...ref, mediaId: 'audio' });
    expect(script.turns[0]).not.toHaveProperty('gaveUpSeq');
  });

  it('answers text and voice of one burst together', async () => {
    const { ref, script } = lab.conversation();
    const held = heldFile();
    script.onFile = () => held.released;
    script.onTurn = () => answered(2);
    const timing = { ...STILL, debounceMs: 100, debounceMaxMs: 2_000 };
    await lab.gateway.messageReceived(ref, { seq: 1, timing, media: audio() });
    await lab.gateway.messageReceived(ref, { seq: 2, timing });
    await quiet();
    expect(script.turns).toHaveLength(0);
    held.release();
    await story(script, ['file audio', 'turn']);
    await quiet();
    expect(script.turns).toHaveLength(1);
  });

  it('waits no longer than it may, and tells the turn what it has given up on (F21)', async () => {
    const { ref, script } = lab.conversation();
    const held = heldFile();
    script.onFile = () => held.released;
    script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media: audio(300) });
    await story(script, ['file audio', 'turn']);
    expect(script.turns[0]).toMatchObject({ gaveUpSeq: 1 });
    held.release();
    await quiet();
    expect(script.turns).toHaveLength(1);
  });

  it('writes down that a file will not come, and answers (F21)', async () => {
    const { ref, script } = lab.conversation();
    script.onFile = () => {
      throw ApplicationFailure.nonRetryable('gone', 'NotFoundError');
    };
    script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media: audio() });
    await story(script, ['file audio', 'give up audio', 'turn']);
  });

  it('fetches once what it is told of twice', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () => answered(1);
    const fact = { seq: 1, timing: STILL, media: audio() };
    await Promise.all([lab.gateway.messageReceived(ref, fact), lab.gateway.messageReceived(ref, fact)]);
    await story(script, ['file audio', 'turn']);
    await lab.gateway.messageReceived(ref, fact);
    await quiet();
    expect(script.story).toEqual(['file audio', 'turn']);
  });

  it('fetches a file that its turn found before the message’s signal came', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = () =>
      script.turns.length === 1
        ? { decision: 'unheard', media: [{ id: 'audio', seq: 2 }], waitMs: HOUR }
        : answered(2);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn', 'file audio', 'turn']);
  });

  it('does not wait for ever for what the database never settles', async () => {
    const { ref, script } = lab.conversation();
    script.onTurn = ({ gaveUpSeq }) =>
      gaveUpSeq === undefined
        ? { decision: 'unheard', media: [{ id: 'audio', seq: 1 }], waitMs: HOUR }
        : answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media: audio() });
    await story(script, ['file audio', 'turn', 'turn']);
  });

  it('is fetched for a person who has the conversation, and answered by nobody else', async () => {
    const { ref, script } = lab.conversation();
    await lab.gateway.takeOver(ref, { userId: USER, timing: STILL });
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media: audio() });
    await story(script, ['save HUMANO_RESPONDEU', 'file audio']);
    await quiet();
    expect(script.turns).toHaveLength(0);
  });

  it('stops waiting when a person takes over', async () => {
    const { ref, script } = lab.conversation();
    const held = heldFile();
    script.onFile = () => held.released;
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media: audio() });
    await story(script, ['file audio']);
    await lab.gateway.takeOver(ref, { userId: USER, timing: STILL });
    held.release();
    await quiet();
    expect(script.story).toEqual(['file audio', 'save HUMANO_RESPONDEU']);
  });

  it('does not end before its file is in', async () => {
    const { ref, script, handle } = lab.conversation();
    const held = heldFile();
    script.onFile = () => held.released;
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL, media: audio() });
    await story(script, ['file audio']);
    await lab.gateway.resolve(ref, { userId: USER, timing: STILL });
    await quiet();
    expect((await handle.describe()).status.name).toBe('RUNNING');
    held.release();
    await handle.result();
  });
});

describe('a conversation without files', () => {
  it('has the same history as before files were fetched', async () => {
    const { ref, script, handle } = lab.conversation();
    script.onTurn = () => answered(1);
    await lab.gateway.messageReceived(ref, { seq: 1, timing: STILL });
    await story(script, ['turn']);
    await eventually(async () => {
      const { events } = await handle.fetchHistory();
      const types = (events ?? []).map(({ eventType }) => Number(eventType));
      // Started, signal, and the turn's scheduled, started, completed; around them the workflow's own tasks.
      expect(types.filter((type) => [10, 11, 12].includes(type))).toHaveLength(3);
    });
  });
});
