import { validateInboxSearch } from './inbox-search';

describe('validateInboxSearch', () => {
  it('keeps what it knows', () => {
    const search = { tab: 'waiting', q: 'jejum', turn: 't1', details: true };
    expect(validateInboxSearch(search)).toEqual(search);
  });

  it('takes digits, which the router reads as a number', () => {
    expect(validateInboxSearch({ q: 98811 })).toEqual({ q: '98811' });
  });

  it('drops what an address may hold by accident or malice', () => {
    const search = { tab: 'yours', q: '  ', turn: 5, details: 'yes', other: 1 };
    expect(validateInboxSearch(search)).toEqual({});
    expect(validateInboxSearch({ q: 'x'.repeat(900) }).q).toHaveLength(200);
  });
});
