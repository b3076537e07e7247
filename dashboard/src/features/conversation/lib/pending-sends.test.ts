import { aMessage } from './fixtures';
import { type PendingSend, withoutStored } from './pending-sends';

const send = (key: string, text: string, error?: unknown): PendingSend => ({
  key,
  conversationId: 'c',
  text,
  createdAt: '2026-11-20T12:00:00.000Z',
  error,
});
const stored = (text: string, createdAt: string, userId = 'me') =>
  aMessage({ author: 'human', text, createdAt, user: { id: userId, name: 'Eu' } });
const keys = (sends: PendingSend[]) => sends.map(({ key }) => key);

describe('withoutStored', () => {
  it('hides what the timeline shows already', () => {
    const messages = [stored('oi', '2026-11-20T12:00:02.000Z')];
    expect(keys(withoutStored([send('a', 'oi'), send('b', 'tudo bem?')], messages, 'me'))).toEqual(['b']);
  });

  it('lets one stored message stand for one send only', () => {
    const messages = [stored('oi', '2026-11-20T12:00:02.000Z')];
    expect(keys(withoutStored([send('a', 'oi'), send('b', 'oi')], messages, 'me'))).toEqual(['b']);
  });

  it('is not fooled by older words or by a colleague’s', () => {
    const messages = [
      stored('oi', '2026-11-20T11:59:00.000Z'),
      stored('oi', '2026-11-20T12:00:02.000Z', 'other'),
    ];
    expect(keys(withoutStored([send('a', 'oi')], messages, 'me'))).toEqual(['a']);
  });

  it('keeps what failed, to be tried again', () => {
    const messages = [stored('oi', '2026-11-20T12:00:02.000Z')];
    expect(keys(withoutStored([send('a', 'oi', new Error())], messages, 'me'))).toEqual(['a']);
  });
});
