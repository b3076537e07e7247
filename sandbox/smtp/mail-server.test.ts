import { createTransport } from 'nodemailer';
import { startTestSandbox, type TestSandbox } from '../testing/start-test-sandbox';

const mail = {
  from: 'Prosa <oi@prosa.local>',
  to: 'dona@clinica.com.br',
  subject: 'Atendimento pendente: João Pedro',
  text: 'Olá!\nAlguém espera por você.',
  html: '<p>Olá! <b>Alguém</b> espera por você.</p>',
  messageId: '<outbox-1@prosa.local>',
};

describe('startMailServer', () => {
  let sandbox: TestSandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(() => sandbox.close());

  const send = (overrides: object = {}) =>
    createTransport(sandbox.smtpUrl).sendMail({ ...mail, ...overrides });
  const fault = (kind: string) => sandbox.control('POST', '/faults', { target: 'smtp', kind, times: 1 });
  const kept = async () => (await sandbox.control('GET', '/mails')).body;

  it('keeps what is sent, parsed', async () => {
    const answer = await send();
    expect(answer).toMatchObject({ accepted: ['dona@clinica.com.br'], rejected: [] });
    expect(await kept()).toMatchObject([
      {
        from: 'oi@prosa.local',
        to: ['dona@clinica.com.br'],
        subject: 'Atendimento pendente: João Pedro',
        text: 'Olá!\nAlguém espera por você.',
        html: expect.stringContaining('<b>Alguém</b>'),
        messageId: '<outbox-1@prosa.local>',
      },
    ]);
  });

  it('takes mail without a login too', async () => {
    const { hostname, port } = new URL(sandbox.smtpUrl);
    await createTransport({ host: hostname, port: Number(port) }).sendMail(mail);
    expect(await kept()).toHaveLength(1);
  });

  it('finds mails by recipient and forgets them when told', async () => {
    await send();
    await send({ to: 'outra@clinica.com.br' });
    expect((await sandbox.control('GET', '/mails?to=outra@clinica.com.br')).body).toHaveLength(1);
    await sandbox.control('DELETE', '/mails');
    expect(await kept()).toEqual([]);
  });

  it('refuses a login with 535', async () => {
    await fault('loginRefused');
    await expect(send()).rejects.toMatchObject({ code: 'EAUTH', responseCode: 535 });
  });

  it('refuses a recipient with 550', async () => {
    await fault('recipientRefused');
    await expect(send()).rejects.toMatchObject({ code: 'EENVELOPE', responseCode: 550 });
    await fault('recipientRefused');
    const answer = await send({ to: 'a@x.com, b@x.com' });
    expect(answer).toMatchObject({ accepted: ['b@x.com'], rejected: ['a@x.com'] });
  });

  it('refuses the message with 451 and keeps nothing', async () => {
    await fault('dataRefused');
    await expect(send()).rejects.toMatchObject({ code: 'EMESSAGE', responseCode: 451 });
    expect(await kept()).toEqual([]);
  });

  it('keeps the message and hangs up before it says so', async () => {
    await fault('dropAfterData');
    await expect(send()).rejects.toMatchObject({ code: 'ECONNECTION' });
    expect(await kept()).toHaveLength(1);
    expect((await sandbox.control('GET', '/journal?system=smtp')).body).toMatchObject([
      { system: 'smtp', status: null, faults: ['dropAfterData'] },
    ]);
  });

  it('keeps the message and says so later', async () => {
    await sandbox.control('POST', '/faults', {
      target: 'smtp',
      kind: 'delayAnswer',
      ms: 3_600_000,
      times: 1,
    });
    const transport = createTransport(sandbox.smtpUrl);
    const late = transport.sendMail(mail).catch(() => 'hung up');
    while (((await kept()) as unknown[]).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(Promise.race([late, Promise.resolve('not yet')])).resolves.toBe('not yet');
    await sandbox.close();
    await expect(late).resolves.toBe('hung up');
    sandbox = await startTestSandbox();
  });
});
