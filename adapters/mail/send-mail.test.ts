import { createLogger } from '../../config/logger';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox';
import { Phone } from '../../tests/support/phone';
import { createMailer, type Mailer } from './send-mail';

const log = createLogger('test', { level: 'silent', json: true });
let sandbox: Sandbox;
let phone: Phone;
let mailer: Mailer;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, smtpPort: 0, log });
  phone = new Phone(sandbox.url);
});
beforeEach(() => {
  mailer = createMailer({ url: sandbox.smtpUrl, from: 'Prosa <prosa@example.com>', log });
});
afterEach(async () => {
  mailer.close();
  await phone.heal();
});
afterAll(() => sandbox.close());

const mail = {
  to: ['ana@example.com'],
  subject: 'Há um cliente à espera',
  text: 'Ação!',
  messageId: 'handoff-1',
};

describe('createMailer', () => {
  it('sends with accents, and an id that stays the same when it is sent again', async () => {
    await mailer.send(mail);
    await mailer.send(mail);
    const sent = await phone.mails();
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({ to: ['ana@example.com'], subject: 'Há um cliente à espera' });
    expect(sent[0]?.text.trim()).toBe('Ação!');
    expect(sent.every(({ messageId }) => messageId === '<handoff-1@prosa>')).toBe(true);
  });

  it.each([
    ['loginRefused', 'ProviderRejectedError'],
    ['recipientRefused', 'ProviderRejectedError'],
    ['dataRefused', 'ProviderUnavailableError'],
    ['dropAfterData', 'ProviderUnavailableError'],
  ])('takes %s for a %s', async (kind, name) => {
    await phone.fault({ target: 'smtp', kind });
    await expect(mailer.send(mail)).rejects.toMatchObject({ name });
  });

  it('does not pretend when there is no mail server', async () => {
    const warnings: unknown[] = [];
    const witness = { ...log, warn: (...words: unknown[]) => warnings.push(words) };
    await createMailer({ url: undefined, from: 'x', log: witness as never }).send(mail);
    expect(JSON.stringify(warnings)).toContain('mail not sent');
  });
});
