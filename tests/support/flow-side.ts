import { newId } from '../../config/new-id';
import type { ConversationKind, FlowOrderBody, FlowOutcome } from '../../domain/flow/order';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Prisma } from '../../prisma/generated/client';
import { placeFlowOrder } from '../../services/flow/place-order';
import type { Harness } from './harness';
import { eventually, type TestTenant } from './test-tenant';

/** The ways each kind may leave by, as compiled nodes name them. */
const HANDLES: Record<ConversationKind, string[]> = {
  send_text: ['out', 'error'],
  send_media: ['out', 'error'],
  send_buttons: ['other_reply', 'timed_out', 'taken_over', 'error'],
  send_list: ['other_reply', 'timed_out', 'taken_over', 'error'],
  ask: ['ok', 'invalid', 'timed_out', 'cancelled', 'taken_over', 'error'],
  wait_reply: ['replied', 'timed_out', 'cancelled', 'taken_over'],
  rag_answer: ['answered', 'not_confident', 'error'],
  handoff_human: ['taken_over', 'nobody', 'returned', 'error'],
  transfer: ['out', 'error'],
  end: ['out'],
};

/** The run's side of a conversation: a run that stands in the database, and asks for one thing after the other. */
export class FlowSide {
  private effects = 0;
  private constructor(
    private readonly harness: Harness,
    readonly tenant: TestTenant,
    readonly conversationId: string,
    readonly runId: string,
    readonly flowId: string,
  ) {}

  /** @param edges the ways out of the node `n` that lead anywhere */
  static async begin(
    harness: Harness,
    tenant: TestTenant,
    conversationId: string,
    edges: string[] = [],
  ): Promise<FlowSide> {
    const { tenantId } = tenant.ctx;
    const [flowId, versionId, runId] = [newId(), newId(), newId()];
    const document: Prisma.InputJsonObject = {
      edges: edges.map((handle) => ({ id: handle, from: 'n', handle, to: 'x' })),
    };
    await harness.deps.db.withTenant(tenantId, async (tx) => {
      await tx.flow.create({ data: { id: flowId, tenantId, name: 'Boas-vindas', draft: {} } });
      await tx.flowVersion.create({
        data: { id: versionId, tenantId, flowId, number: 1, document, hash: flowId },
      });
      await tx.flowRun.create({
        data: {
          id: runId,
          tenantId,
          flowId,
          versionId,
          triggerKind: 'manual',
          triggerNode: 'start',
          eventKey: runId,
          payload: {},
          conversationId,
        },
      });
    });
    return new FlowSide(harness, tenant, conversationId, runId, flowId);
  }

  /** Places an order as the activity does. @returns its effect */
  async place(
    kind: ConversationKind,
    settings: FlowObject,
    options: { effect?: string; timeoutSeconds?: number; handles?: string[] } = {},
  ): Promise<string> {
    this.effects += 1;
    const effect = options.effect ?? `e${this.effects}`;
    const order: FlowOrderBody = {
      kind,
      settings,
      handles: [...HANDLES[kind], ...(options.handles ?? [])],
      timeoutSeconds: options.timeoutSeconds ?? null,
    };
    const { tenantId } = this.tenant.ctx;
    const { conversationId, runId } = this;
    await placeFlowOrder(this.harness.deps, {
      tenantId,
      runId,
      effect,
      conversationId,
      nodeId: 'n',
      order,
    });
    return effect;
  }

  row(effect: string) {
    return this.harness.deps.db.withTenant(this.tenant.ctx.tenantId, (tx) =>
      tx.flowOrder.findUniqueOrThrow({ where: { runId_effect: { runId: this.runId, effect } } }),
    );
  }

  /** How the order ended, once its run was told. */
  outcome(effect: string): Promise<FlowOutcome> {
    return eventually(async () => {
      const { outcome, toldAt } = await this.row(effect);
      if (outcome === null || toldAt === null) throw new Error('it has not ended');
      return outcome as unknown as FlowOutcome;
    });
  }

  /** It was begun with, and nothing of it is left to be said: it listens, or waits for a person. */
  async listens(effect: string): Promise<void> {
    await eventually(async () => {
      const { heardAt, id } = await this.row(effect);
      if (heardAt === null) throw new Error('nobody has begun with it');
      const said = await this.harness.deps.db.withTenant(this.tenant.ctx.tenantId, (tx) =>
        tx.outboxBalloon.findMany({ where: { dedupeKey: { startsWith: `flow:${id}:` } } }),
      );
      if (said.some(({ status }) => status !== 'sent')) throw new Error('it still speaks');
    });
  }
}
