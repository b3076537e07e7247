import { TenantShare } from './tenant-share';

/** Work that ends when the test says so. */
function held() {
  const ends: (() => void)[] = [];
  const work = () => new Promise<string>((resolve) => ends.push(() => resolve('done')));
  return { work, end: () => ends.shift()?.() };
}

describe('TenantShare (F26)', () => {
  it('lets one tenant hold a quarter of the places, and another the next', async () => {
    const { work, end } = held();
    const share = new TenantShare(8);
    const run = share.wrap(work, (ms) => `again in ${ms > 0 ? 'a while' : 'no time'}`);
    const running = [run({ tenantId: 'a' }), run({ tenantId: 'a' })];
    expect(await run({ tenantId: 'a' })).toBe('again in a while');
    const other = run({ tenantId: 'b' });
    end();
    expect(await running[0]).toBe('done');
    const next = run({ tenantId: 'a' });
    for (let left = 3; left > 0; left -= 1) end();
    expect(await Promise.all([running[1], other, next])).toEqual(['done', 'done', 'done']);
  });

  it('gives a place back when the work fails', async () => {
    const share = new TenantShare(1);
    const run = share.wrap(
      () => Promise.reject(new Error('broken')),
      () => 'refused',
    );
    await expect(run({ tenantId: 'a' })).rejects.toThrow('broken');
    await expect(run({ tenantId: 'a' })).rejects.toThrow('broken');
  });
});
