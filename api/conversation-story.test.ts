import { startHarness, type Harness } from '../tests/support/harness';
import { Phone } from '../tests/support/phone';
import { eventually, type TestTenant } from '../tests/support/test-tenant';

const KNOWLEDGE =
  'Atendemos de segunda a sexta das 7h às 19h. O ultrassom de abdome custa R$ 260. Aceitamos Unimed e Amil.';

let harness: Harness;
let tenant: TestTenant;
let instance: string;

beforeAll(async () => {
  harness = await startHarness();
  tenant = await harness.tenant();
  await tenant.configure({ timing: { debounceMs: 0 }, messages: { greeting: '' } });
  await tenant.learn(KNOWLEDGE);
  ({ instance } = await tenant.connectNumber(harness.phone));
}, 60_000);

afterAll(() => harness.close());

describe('a conversation', () => {
  it('answers from what the tenant knows', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, 'Quanto custa o ultrassom?');
    await eventually(async () => {
      expect(await harness.phone.received(instance, number)).toEqual(['O ultrassom de abdome custa R$ 260.']);
    });
  });
});
