import { groupsWith, type OfferedGroup, offeredGroups } from './offered-groups';

const group = (name: string) => ({ jid: `${name}@g.us`, name });
const joined = (name: string, members: number | null = 3) => ({ ...group(name), members });
const brief = (groups: OfferedGroup[]) => groups.map(({ name, standing }) => `${name} ${standing}`);

describe('offeredGroups', () => {
  it('are the allowed ones first, marked where the number left them, then the others it is in', () => {
    const groups = {
      mode: 'off' as const,
      allowed: [group('a'), group('c')],
      available: [joined('b'), joined('c', 8)],
    };
    expect(brief(offeredGroups(groups))).toEqual(['a gone', 'c joined', 'b joined']);
    expect(offeredGroups(groups)[1]?.members).toBe(8);
  });

  it('take the name of today', () => {
    const groups = {
      mode: 'off' as const,
      allowed: [{ jid: 'a@g.us', name: 'before' }],
      available: [{ jid: 'a@g.us', name: 'today', members: null }],
    };
    expect(brief(offeredGroups(groups))).toEqual(['today joined']);
  });

  it('are the allowed ones while WhatsApp cannot be asked', () => {
    const groups = { mode: 'off' as const, allowed: [group('a')], available: null };
    expect(brief(offeredGroups(groups, ['t@g.us']))).toEqual(['t@g.us unknown', 'a unknown']);
  });

  it('name once what is typed and known, and say of the rest that the number is not in it', () => {
    const groups = { mode: 'off' as const, allowed: [group('a')], available: [joined('a'), joined('b')] };
    expect(brief(offeredGroups(groups, ['a@g.us', 'b@g.us', 't@g.us']))).toEqual([
      'b joined',
      't@g.us typed',
      'a joined',
    ]);
  });
});

describe('groupsWith', () => {
  const groups = offeredGroups({
    mode: 'off',
    allowed: [],
    available: [joined('Água Verde'), joined('Família')],
  });

  it.each([
    ['agua', ['Água Verde']],
    [' FAMILIA ', ['Família']],
    ['@g.us', ['Água Verde', 'Família']],
    ['', ['Água Verde', 'Família']],
    ['nada', []],
  ])('finds by %j', (words, names) => {
    expect(groupsWith(groups, words).map(({ name }) => name)).toEqual(names);
  });
});
