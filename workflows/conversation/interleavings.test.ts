import fc from 'fast-check';
import type { Script } from '../../tests/support/conversation-script';
import { STILL, WorkflowLab } from '../../tests/support/workflow-lab';
import { eventually } from '../../tests/support/eventually';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const USER = '01a1fb59-7c72-7ff8-89d7-dddf6088edbf';
const order = { userId: USER, timing: STILL };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the database's functions do, as far as a conversation can tell: seqs, the fence, and who is first. */
class Row {
  inboundSeq = 0;
  answeredSeq = 0;
  fence = 0;
  state: 'IA_ATIVA' | 'AGUARDANDO_HUMANO' | 'HUMANO_RESPONDEU' = 'IA_ATIVA';
  /** What reached the customer: up to where it answered, and whether people had the conversation. */
  readonly spoken: { uptoSeq: number; state: string }[] = [];

  play(script: Script, turns: { ms: number; handsOver: boolean }[]): void {
    script.onTurn = async (_input, signal) => {
      const { ms, handsOver } = turns[script.turns.length % turns.length] ?? { ms: 0, handsOver: false };
      const { fence, inboundSeq } = this;
      if (this.state !== 'IA_ATIVA') return { decision: 'fenced', state: this.state };
      if (inboundSeq <= this.answeredSeq) return { decision: 'nothing', uptoSeq: inboundSeq };
      await Promise.race([pause(ms), new Promise((resolve) => signal.addEventListener('abort', resolve))]);
      signal.throwIfAborted();
      if (this.isWithPeople(fence)) return { decision: 'fenced', state: this.state };
      if (inboundSeq < this.inboundSeq) return { decision: 'stale' };
      if (handsOver) return { decision: 'handover', uptoSeq: inboundSeq, reason: 'low_confidence', fence };
      this.answeredSeq = inboundSeq;
      this.spoken.push({ uptoSeq: inboundSeq, state: this.state });
      return { decision: 'answered', uptoSeq: inboundSeq, unsent: [] };
    };
    script.onSave = (input) => {
      const isLate = input.expectedFence !== undefined && input.expectedFence !== this.fence;
      const isTaken = input.cause.type === 'handedOver' && this.state !== 'IA_ATIVA';
      if (isLate || isTaken) return { saved: false, state: this.state };
      this.state = input.state;
      this.answeredSeq = Math.max(this.answeredSeq, Math.min(input.handledSeq, this.inboundSeq));
      this.fence += 1;
      return { saved: true, fence: this.fence };
    };
  }

  /** Asked again after every wait, in which the row may have changed. */
  private isWithPeople(fence: number): boolean {
    return this.fence !== fence || this.state !== 'IA_ATIVA';
  }
}

const action = fc.record({
  what: fc.constantFrom('message', 'message', 'message', 'takeOver', 'returnToAi', 'resolve'),
  pauseMs: fc.integer({ min: 0, max: 60 }),
});
const turn = fc.record({ ms: fc.integer({ min: 0, max: 80 }), handsOver: fc.boolean() });

describe('any interleaving of customer, AI and people', () => {
  it('leaves nothing unanswered, answers nothing twice and never speaks over a person (F3 to F7)', async () => {
    const story = fc.tuple(
      fc.array(action, { minLength: 3, maxLength: 14 }),
      fc.array(turn, { minLength: 1, maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(story, async ([actions, turns]) => {
        const { ref, script } = lab.conversation();
        const row = new Row();
        row.play(script, turns);
        for (const { what, pauseMs } of [...actions, { what: 'message', pauseMs: 0 }]) {
          if (what === 'message') {
            row.inboundSeq += 1;
            await lab.gateway.messageReceived(ref, { seq: row.inboundSeq, timing: STILL });
          } else if (what === 'takeOver') {
            await lab.gateway.takeOver(ref, order);
            const spoken = row.spoken.length;
            await pause(pauseMs);
            expect(row.spoken).toHaveLength(spoken);
          } else if (what === 'returnToAi') {
            await lab.gateway.returnToAi(ref, { ...order, answerPending: true });
          } else {
            await lab.gateway.resolve(ref, order);
          }
          await pause(pauseMs);
        }
        await eventually(() => {
          const isSettled = row.state !== 'IA_ATIVA' || row.answeredSeq === row.inboundSeq;
          expect(isSettled).toBe(true);
        });
        const answered = row.spoken.map(({ uptoSeq }) => uptoSeq);
        expect(answered).toEqual([...new Set(answered)].sort((a, b) => a - b));
        expect(row.spoken.every(({ state }) => state === 'IA_ATIVA')).toBe(true);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);
});
