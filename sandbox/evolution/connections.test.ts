import { Changes } from '../state/changes';
import type { Instance } from '../state/instance';
import { ManualClock } from '../testing/manual-clock';
import { quickTimings } from '../testing/start-test-sandbox';
import { testInstance } from '../testing/test-instance';
import { Connections } from './connections';
import type { OutgoingEvent } from './webhook-sender';

function setUp(overrides: Partial<typeof quickTimings> = {}) {
  const clock = new ManualClock();
  const told: { event: string; data: unknown }[] = [];
  const opened: string[] = [];
  const connections = new Connections({
    clock,
    timings: { ...quickTimings, ...overrides },
    changes: new Changes(),
    webhooks: {
      emit: (_instance: Instance, { event, data }: OutgoingEvent) => {
        told.push({ event, data });
        return Promise.resolve();
      },
    },
    onOpen: ({ name }) => opened.push(name),
  });
  const instance = testInstance();
  return { clock, told, opened, connections, instance };
}

describe('Connections', () => {
  it('goes from close to connecting and shows a QR code that rotates', async () => {
    const { clock, told, connections, instance } = setUp();
    connections.connect(instance);
    const first = connections.qrCode(instance);
    expect(first).toMatchObject({
      count: 1,
      code: expect.stringMatching(/^2@/),
      base64: expect.stringMatching(/^data:image\/png;base64,/),
    });
    await clock.advance(45_000);
    expect(connections.qrCode(instance).count).toBe(2);
    expect(connections.qrCode(instance).code).not.toBe(first.code);
    expect(told.map(({ event }) => event)).toEqual(['connection.update', 'qrcode.updated', 'qrcode.updated']);
    expect(instance.state).toBe('connecting');
    connections.stop();
  });

  it('gives a pairing code when a number is named', () => {
    const { connections, instance } = setUp();
    connections.connect(instance, '5511987650000');
    expect(connections.qrCode(instance).pairingCode).toMatch(/^[1-9A-Z]{8}$/);
    connections.stop();
  });

  it('refuses after the last QR code', async () => {
    const { clock, told, connections, instance } = setUp({ qrLimit: 2 });
    connections.connect(instance);
    await clock.advance(90_000);
    expect(told.slice(-2)).toEqual([
      {
        event: 'qrcode.updated',
        data: { message: 'QR code limit reached, please login again', statusCode: 500 },
      },
      { event: 'connection.update', data: { instance: 'loja', state: 'refused', statusReason: 428 } },
    ]);
    expect(instance.state).toBe('close');
  });

  it('opens with the owner of the phone that read the code', () => {
    const { told, opened, connections, instance } = setUp();
    connections.connect(instance);
    connections.open(instance, '5541988887777', 'Loja Sol');
    expect(instance).toMatchObject({ state: 'open', ownerJid: '554188887777@s.whatsapp.net' });
    expect(told.at(-1)).toEqual({
      event: 'connection.update',
      data: {
        instance: 'loja',
        state: 'open',
        statusReason: 200,
        wuid: '554188887777@s.whatsapp.net',
        profileName: 'Loja Sol',
        profilePictureUrl: null,
      },
    });
    expect(opened).toEqual(['loja']);
  });

  it('tells the end of a session before it closes', () => {
    const { told, connections, instance } = setUp();
    connections.open(instance, '5511987650000', null);
    told.length = 0;
    connections.close(instance);
    expect(told.map(({ event }) => event)).toEqual([
      'status.instance',
      'logout.instance',
      'connection.update',
    ]);
    expect(told[0]?.data).toMatchObject({
      instance: 'loja',
      status: 'closed',
      disconnectionReasonCode: 401,
    });
    expect(told[1]?.data).toBeNull();
    expect(told[2]?.data).toEqual({ instance: 'loja', state: 'close', statusReason: 401 });
    expect(instance).toMatchObject({ state: 'close', ownerJid: null });
  });

  it('comes back from a transient drop by itself', async () => {
    const { clock, told, connections, instance } = setUp();
    connections.open(instance, '5511987650000', null);
    told.length = 0;
    void connections.drop(instance, 500);
    expect(instance.state).toBe('connecting');
    await clock.advance(500);
    expect(instance.state).toBe('open');
    expect(told.map(({ data }) => data)).toMatchObject([{ state: 'connecting' }, { state: 'open' }]);
  });
});
