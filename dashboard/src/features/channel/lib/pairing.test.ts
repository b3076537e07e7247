import { channelState } from './channel-state';
import { validateChannelSearch } from './channel-search';
import { codeLeft, nextFetchIn } from './pairing-clock';
import { groupPairingCode } from './pairing-code';
import { pairingPhone } from './pairing-phone';

describe('pairingPhone', () => {
  it.each([
    ['(41) 98811-0001', '5541988110001'],
    ['041 98811 0001', '5541988110001'],
    ['+55 41 98811-0001', '5541988110001'],
    ['554188110001', '5541988110001'],
    ['4133112000', '554133112000'],
    ['+1 415 555 2671', '14155552671'],
    ['123', undefined],
    ['', undefined],
  ])('%s is %s', (typed, phone) => {
    expect(pairingPhone(typed)).toBe(phone);
  });
});

describe('groupPairingCode', () => {
  it('reads as WhatsApp shows it', () => {
    expect(groupPairingCode('WZYEH1YY')).toBe('WZYE-H1YY');
    expect(groupPairingCode('wzye-h1yy')).toBe('WZYE-H1YY');
    expect(groupPairingCode('123456')).toBe('123456');
  });
});

describe('the clock of a code', () => {
  const now = Date.parse('2026-11-20T12:00:00.000Z');
  const code = (seconds: number | null) => ({
    qrcode: null,
    code: 'x',
    pairingCode: null,
    expiresAt: seconds === null ? null : new Date(now + seconds * 1_000).toISOString(),
  });

  it('asks soon while there is none, else when it has run out', () => {
    expect(nextFetchIn(undefined, now)).toBe(1_500);
    expect(nextFetchIn(code(null), now)).toBe(1_500);
    expect(nextFetchIn(code(30), now)).toBe(30_250);
    expect(nextFetchIn(code(-30), now)).toBe(1_000);
  });

  it('empties its ring', () => {
    expect(codeLeft(code(45), now)).toEqual({ ms: 45_000, share: 1 });
    expect(codeLeft(code(9), now)).toEqual({ ms: 9_000, share: 0.2 });
    expect(codeLeft(code(-1), now)).toEqual({ ms: 0, share: 0 });
    expect(codeLeft(code(null), now)).toEqual({ ms: 0, share: 0 });
  });
});

describe('channelState', () => {
  const connectedAt = '2026-11-20T12:00:00.000Z';

  it('tells a first pairing from a connection that comes back', () => {
    expect(channelState({ status: 'connecting', connectedAt: null })).toBe('pairing');
    expect(channelState({ status: 'connecting', connectedAt })).toBe('reconnecting');
    expect(channelState({ status: 'close', connectedAt: null })).toBe('never');
    expect(channelState({ status: 'close', connectedAt })).toBe('disconnected');
  });
});

describe('validateChannelSearch', () => {
  it('knows ids and the word new', () => {
    const connect = '01a1fb5f-d2b8-7fe7-9d7c-4912e7ef9363';
    expect(validateChannelSearch({ connect })).toEqual({ connect });
    expect(validateChannelSearch({ connect: 'new' })).toEqual({ connect: 'new' });
    expect(validateChannelSearch({ connect: '../../x' })).toEqual({});
  });
});
