import { readRoute, writeRoute, type Route } from './use-route';

describe('writeRoute', () => {
  it.each<Route>([
    { mode: 'customer' },
    { mode: 'customer', person: '5541988110001', instance: 'loja', chat: '554188110001@s.whatsapp.net' },
    { mode: 'business', instance: 'loja' },
    { mode: 'backstage' },
  ])('is read back as it was: %j', (route) => {
    expect(readRoute(writeRoute(route))).toEqual({
      person: undefined,
      instance: undefined,
      chat: undefined,
      ...route,
    });
  });

  it('takes an unknown address for the first screen', () => {
    expect(readRoute('#/nada').mode).toBe('customer');
    expect(readRoute('').mode).toBe('customer');
  });
});
