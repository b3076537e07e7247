import { randomUUID } from 'node:crypto';
import { uuidV7 } from './uuid-v7';

describe('uuidV7', () => {
  it('has the version, the variant and the time of RFC 9562', () => {
    const id = uuidV7(1_645_557_742_000, '919108f7-52d1-4320-9bac-f847db4148a8');
    expect(id).toBe('017f22e2-79b0-7320-9bac-f847db4148a8');
  });

  it('sorts by time', () => {
    const times = [1, 2_000, 1_700_000_000_000, 1_700_000_000_001];
    const ids = times.map((ms) => uuidV7(ms, randomUUID()));
    expect([...ids].sort()).toEqual(ids);
  });
});
