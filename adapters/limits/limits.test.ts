import { createLogger } from '../../config/logger';
import { startLittleRedis } from '../../tests/support/little-redis';
import { createMemoryLimits, createRedisLimits, type Limits } from './limits';

const log = createLogger('test', { level: 'silent', json: true });
const RULE = { attempts: 2, withinSeconds: 60 };

describe.each(['memory', 'redis'])('limits in %s', (where) => {
  let redis: Awaited<ReturnType<typeof startLittleRedis>> | undefined;
  let limits: Limits;
  beforeAll(async () => {
    redis = where === 'redis' ? await startLittleRedis() : undefined;
    limits = redis === undefined ? createMemoryLimits() : await createRedisLimits(redis.url, log);
  });
  afterAll(async () => {
    await limits.close();
    await redis?.close();
  });

  it('let so many in, and tell the next how long to wait', async () => {
    const limit = limits.limit('a', RULE);
    expect([await limit.take('k'), await limit.take('k')]).toEqual([undefined, undefined]);
    const waitMs = await limit.take('k');
    expect(waitMs).toBeGreaterThan(50_000);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(await limit.take('another key')).toBeUndefined();
    expect(await limits.limit('another limit', RULE).take('k')).toBeUndefined();
  });

  it('let no more in when many come at once', async () => {
    const limit = limits.limit('b', RULE);
    const answers = await Promise.all(Array.from({ length: 20 }, () => limit.take('k')));
    expect(answers.filter((waitMs) => waitMs === undefined)).toHaveLength(2);
  });

  it('take an attempt back, and forget all of a key', async () => {
    const limit = limits.limit('c', RULE);
    await limit.take('k');
    await limit.take('k');
    await limit.giveBack('k');
    expect(await limit.take('k')).toBeUndefined();
    expect(await limit.take('k')).toBeDefined();
    await limit.forget('k');
    expect(await limit.take('k')).toBeUndefined();
  });

  it('begin anew when the window is over', async () => {
    const limit = limits.limit('d', { attempts: 1, withinSeconds: 1 });
    await limit.take('k');
    expect(await limit.take('k')).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await limit.take('k')).toBeUndefined();
  });

  it('remember what was true of a key', async () => {
    const memo = limits.memo('e', 60);
    expect(await memo.knows('k')).toBe(false);
    await memo.remember('k');
    expect([await memo.knows('k'), await memo.knows('other')]).toEqual([true, false]);
  });
});

describe('limits in redis', () => {
  it('are shared by processes', async () => {
    const redis = await startLittleRedis();
    const [one, other] = [await createRedisLimits(redis.url, log), await createRedisLimits(redis.url, log)];
    await one.limit('a', RULE).take('k');
    await other.limit('a', RULE).take('k');
    expect(await one.limit('a', RULE).take('k')).toBeDefined();
    await one.memo('m', 60).remember('k');
    expect(await other.memo('m', 60).knows('k')).toBe(true);
    expect(redis.keys().sort()).toEqual(['limit:a:k', 'memo:m:k']);
    await Promise.all([one.close(), other.close()]);
    await redis.close();
  });

  it('go on in each process while redis is away', async () => {
    const redis = await startLittleRedis();
    const limits = await createRedisLimits(redis.url, log);
    const limit = limits.limit('a', RULE);
    await limit.take('k');
    await redis.close();
    const answers = [await limit.take('k'), await limit.take('k'), await limit.take('k')];
    expect(answers.map((waitMs) => waitMs === undefined)).toEqual([true, true, false]);
    await limits.close();
  });
});
