import { CLINIC, type Clinic, startClinic } from './clinic';
import { ChatwootScreen, type ScreenConversation, type ScreenMessage } from './chatwoot-screen';
import { Phone } from './phone';
import { eventually, type TestTenant } from './test-tenant';

export const CHATWOOT_PATH = '/api/v1/integrations/chatwoot';
export const CHATWOOT_TOKEN = 'sandbox-chatwoot-admin';

/** A clinic that answers in Chatwoot, and how its tests look at both sides. */
export class ChatwootClinic {
  readonly harness: Clinic['harness'];
  readonly tenant: TestTenant;
  readonly instance: string;
  readonly screen: ChatwootScreen;

  private constructor({ harness, tenant, instance }: Clinic) {
    this.harness = harness;
    this.tenant = tenant;
    this.instance = instance;
    this.screen = new ChatwootScreen(harness.sandbox.url);
  }

  static async start(): Promise<ChatwootClinic> {
    const clinic = new ChatwootClinic(await startClinic());
    await clinic.connect(clinic.tenant);
    return clinic;
  }

  /** What a tenant gives to connect. */
  account(change: Record<string, unknown> = {}) {
    return { baseUrl: this.harness.sandbox.chatwootUrl, accountId: 1, token: CHATWOOT_TOKEN, ...change };
  }

  async connect(who: TestTenant): Promise<void> {
    const answer = await who.put(CHATWOOT_PATH, this.account());
    const connection = { accountName: 'Conta de demonstração', hears: true };
    expect([answer.status, answer.body]).toMatchObject([200, { connection }]);
  }

  async ofNumber(number: string): Promise<ScreenConversation[]> {
    return (await this.screen.conversations()).filter(({ contact }) => contact.phone === `+${number}`);
  }

  /** The only conversation of a customer there, once it is there. */
  twinOf(number: string): Promise<ScreenConversation> {
    return eventually(async () => {
      const found = await this.ofNumber(number);
      expect(found).toHaveLength(1);
      return found[0] as ScreenConversation;
    });
  }

  async linesOf(id: number): Promise<ScreenMessage[]> {
    const { messages } = await this.screen.conversation(id);
    return messages.filter(({ type }) => type === 'incoming' || type === 'outgoing');
  }

  async statusOf(id: number) {
    return (await this.screen.conversation(id)).status;
  }

  async ours(number: string) {
    const [conversation] = await this.tenant.conversations(`?q=${number}&status=all`);
    return conversation;
  }

  /** A customer who asked something and was answered, and their conversation at Chatwoot. */
  async answered(): Promise<{ number: string; id: number }> {
    const number = Phone.number();
    await this.harness.phone.write(this.instance, number, CLINIC.question);
    const { id } = await this.twinOf(number);
    await eventually(async () => expect(await this.linesOf(id)).toHaveLength(2));
    return { number, id };
  }

  /** All that is under way between both has come to rest. */
  async inStep(number: string): Promise<void> {
    const { id } = await this.ours(number);
    await eventually(async () => {
      const { tenantId } = this.tenant.ctx;
      const [row, link] = await this.harness.deps.db.withTenant(tenantId, async (tx) => [
        await tx.conversation.findUniqueOrThrow({ where: { id } }),
        await tx.chatwootConversation.findUniqueOrThrow({ where: { conversationId: id } }),
      ]);
      expect(link.syncedSeq).toBe(row.seq);
    });
  }
}

export const asSaid = (lines: ScreenMessage[]) =>
  lines.map(({ type, text, private: isNote }) => [isNote ? 'note' : type, text]);
