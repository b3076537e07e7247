import { compilePublished } from '../../domain/flow/compile';
import type { FlowDocument } from '../../domain/flow/document';
import { type FlowOutcome, isConversationKind } from '../../domain/flow/order';
import type { FlowEffect } from '../../domain/flow/runtime/step';
import { startFlow } from '../../domain/flow/runtime/state';
import type { NodeCall } from '../../services/flow/ask-model';
import type { Duty, FlowTurn, FlowTurnInput } from '../../services/flow/run-types';
import { takeTurn } from '../../services/flow/take-turn';
import { startOf } from './flow';

type Act = Extract<FlowEffect, { type: 'act' }>;

/** A run whose world is a script: the real interpreter, and no database. */
export class FlowScript {
  /** In the order they happened: "turn", "call chama", "order diz", "back diz". */
  readonly story: string[] = [];
  readonly turns: FlowTurnInput[] = [];
  readonly calls: NodeCall[] = [];
  /** Effects by node, as they were begun with. */
  readonly effects = new Map<string, string>();
  last: FlowTurn | null = null;

  onCall: (input: NodeCall) => Promise<FlowOutcome> | FlowOutcome = () => ({ handle: 'out', output: null });

  constructor(private readonly versions: Record<string, FlowDocument>) {}

  async turn(input: FlowTurnInput): Promise<FlowTurn | null> {
    this.turns.push(input);
    this.story.push('turn');
    const { tenantId, runId, news, at } = input;
    const move = news.findLast((each) => each.type === 'move');
    const memory = input.memory ?? {
      facts: {
        tenantId,
        runId,
        flowId: 'flow',
        contactId: null,
        conversationId: 'conversation',
        parent: null,
        depth: 0,
      },
      versionId: 'v1',
      turn: 0,
      toSay: {},
      state: startFlow(this.flow('v1'), startOf('start', { seed: runId })),
      standing: [],
    };
    const versionId = move?.type === 'move' ? move.versionId : memory.versionId;
    const {
      rows: _rows,
      beforeFailure: _before,
      ...turn
    } = await takeTurn({
      flow: this.flow(versionId),
      world: {
        toSay: {},
        begin: (effect, now) => Promise.resolve({ duty: this.begin(effect, now) }),
        heard: (_place, outcome) => Promise.resolve(outcome),
        takeBack: (effect) => {
          this.story.push(`back ${effect}`);
          return Promise.resolve();
        },
        openTimeFrom: (moment) => Promise.resolve(moment),
      },
      memory: { ...memory, versionId },
      news,
      at,
    });
    this.last = turn;
    return turn;
  }

  async call(input: NodeCall): Promise<FlowOutcome> {
    this.calls.push(input);
    this.story.push(`call ${input.node}`);
    return this.onCall(input);
  }

  private flow(versionId: string) {
    const document = this.versions[versionId];
    if (document === undefined) throw new Error(`no version ${versionId}`);
    return compilePublished(document);
  }

  private begin({ id, node, kind, title, settings, retries, timeoutSeconds }: Act, at: number): Duty {
    this.effects.set(node, id);
    const until = timeoutSeconds === null ? null : at + timeoutSeconds * 1_000;
    const common = { effect: id, node, kind, late: { error: { type: 'timeout', message: '' } } };
    if (!isConversationKind(kind)) {
      return { ...common, as: 'call', title, settings, retries, timeoutSeconds, until: null };
    }
    this.story.push(`order ${node}`);
    return { ...common, as: 'signal', until };
  }
}
