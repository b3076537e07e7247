import { validateLoginSearch } from './login-search';

describe('validateLoginSearch', () => {
  it('remembers a place of this page', () => {
    expect(validateLoginSearch({ redirect: '/conversas/1?tab=all', note: 'expired' })).toEqual({
      redirect: '/conversas/1?tab=all',
      note: 'expired',
    });
  });

  it.each([
    ['https://evil.example'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['javascript:alert(1)'],
    ['/login?redirect=/'],
    [5],
  ])('goes nowhere else: %s', (redirect) => {
    expect(validateLoginSearch({ redirect })).toEqual({});
  });
});
