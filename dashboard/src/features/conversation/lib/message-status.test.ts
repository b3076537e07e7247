import { deliveryOf } from './message-status';

describe('deliveryOf', () => {
  it.each([
    ['ai', 'pending', 'sending'],
    ['human', 'sending', 'sending'],
    ['human', 'uncertain', 'uncertain'],
    ['ai', 'sent', 'sent'],
    ['ai', 'delivered', 'delivered'],
    ['ai', 'read', 'read'],
    ['ai', 'played', 'read'],
    ['human', 'failed', 'failed'],
    ['ai', 'none', undefined],
    ['customer', 'received', undefined],
    ['system', 'none', undefined],
  ] as const)('%s %s', (author, status, expected) => {
    expect(deliveryOf({ author, status })).toBe(expected);
  });
});
