import { expect } from '@jest/globals';
import { FlowSide } from './flow-side';
import { type Harness, startHarness } from './harness';
import { Phone } from './phone';
import { eventually, type TestTenant } from './test-tenant';

export const PRICE = 'Quanto custa o ultrassom de abdome?';

/** A business with a number, and conversations in which runs of flows speak. */
export class FlowTalks {
  private constructor(
    readonly harness: Harness,
    readonly tenant: TestTenant,
    readonly instance: string,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<FlowTalks> {
    const harness = await startHarness({ env });
    const tenant = await harness.tenant();
    await tenant.configure({ messages: { greeting: '' }, timing: { debounceMs: 0 } });
    await tenant.learnNow('O ultrassom de abdome custa R$ 260.');
    const { instance } = await tenant.connectNumber(harness.phone);
    return new FlowTalks(harness, tenant, instance);
  }

  /**
   * A conversation whose first question the AI has answered, and a run in it.
   *
   * @param edges the ways out of the run's node that lead anywhere
   */
  async begin(edges: string[] = []): Promise<FlowTalk> {
    const number = Phone.number();
    await this.harness.phone.write(this.instance, number, PRICE);
    const conversationId = await eventually(async () => {
      const [found] = await this.tenant.conversations(`?q=${number}`);
      expect(await this.harness.phone.received(this.instance, number)).toHaveLength(1);
      return found.id as string;
    });
    const flow = await FlowSide.begin(this.harness, this.tenant, conversationId, edges);
    return new FlowTalk(this, number, conversationId, flow);
  }
}

export class FlowTalk {
  constructor(
    private readonly talks: FlowTalks,
    readonly number: string,
    readonly conversationId: string,
    readonly flow: FlowSide,
  ) {}

  /** What reached the customer after the AI's first answer. */
  async received(): Promise<string[]> {
    const { harness, instance } = this.talks;
    return (await harness.phone.received(instance, this.number)).slice(1);
  }

  hears(expected: string[]): Promise<void> {
    return eventually(async () => expect(await this.received()).toEqual(expected));
  }

  write(text: string): Promise<unknown> {
    return this.talks.harness.phone.write(this.talks.instance, this.number, text);
  }

  writeAsOwner(text: string): Promise<unknown> {
    return this.talks.harness.phone.writeAsOwner(this.talks.instance, this.number, text);
  }

  order(order: 'take-over' | 'return-to-ai' | 'resolve', body?: object) {
    return this.talks.tenant.post(`/api/v1/conversations/${this.conversationId}/${order}`, body);
  }

  reply(text: string) {
    return this.talks.tenant.post(`/api/v1/conversations/${this.conversationId}/messages`, { text });
  }

  row() {
    const { harness, tenant } = this.talks;
    return harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.conversation.findUniqueOrThrow({ where: { id: this.conversationId } }),
    );
  }

  turns(): Promise<number> {
    const { harness, tenant } = this.talks;
    return harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.turn.count({ where: { conversationId: this.conversationId } }),
    );
  }

  /** Everything the customer has said is answered. */
  isAnswered(): Promise<void> {
    return eventually(async () => {
      const { inboundSeq, answeredSeq } = await this.row();
      expect(answeredSeq).toBe(inboundSeq);
    });
  }
}
