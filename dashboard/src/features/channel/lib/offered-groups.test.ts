import { offeredGroups } from './offered-groups';

const group = (name: string) => ({ jid: `${name}@g.us`, name });

describe('offeredGroups', () => {
  it('are those the number is in, and the allowed ones it left', () => {
    const groups = {
      mode: 'off' as const,
      allowed: [group('a'), group('b')],
      available: [group('b'), group('c')],
    };
    expect(offeredGroups(groups).map(({ name }) => name)).toEqual(['b', 'c', 'a']);
  });

  it('are the allowed ones while WhatsApp cannot be asked', () => {
    const groups = { mode: 'off' as const, allowed: [group('a')], available: null };
    expect(offeredGroups(groups)).toEqual([group('a')]);
  });
});
