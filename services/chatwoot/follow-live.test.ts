import { jest } from '@jest/globals';
import type { LiveEvent } from '../../adapters/live/live-events';
import { createLocalLiveEvents } from '../../adapters/live/live-events';
import type { Deps } from '../deps';
import { followLive } from './follow-live';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function following(connected: (tenantId: string) => boolean) {
  const asked: string[] = [];
  const told: unknown[] = [];
  const heard: LiveEvent[] = [];
  const dashboards = createLocalLiveEvents();
  dashboards.subscribe((_tenantId, event) => heard.push(event));
  let isDown = false;
  const deps = {
    db: {
      withTenant: (tenantId: string) => {
        asked.push(tenantId);
        return Promise.resolve(connected(tenantId) ? 1 : 0);
      },
    },
    workflows: {
      chatwootChanged: (ref: unknown, fact: unknown) => {
        if (isDown) return Promise.reject(new Error('down'));
        told.push([ref, fact]);
        return Promise.resolve();
      },
    },
    log: { warn: () => undefined },
  } as unknown as Pick<Deps, 'db' | 'workflows' | 'log'>;
  return { live: followLive(deps, dashboards), asked, told, heard, goDown: () => (isDown = true) };
}

const change = (conversationId: string): LiveEvent => ({ type: 'conversation', conversationId });

describe('live events and Chatwoot', () => {
  it('tells a conversation once of what changes together, and dashboards of everything at once', async () => {
    const { live, told, heard } = following(() => true);
    for (let time = 0; time < 5; time += 1) live.publish('t', change('a'));
    live.publish('t', change('b'));
    live.publish('t', { type: 'knowledge' });
    expect(heard).toHaveLength(7);
    await jest.advanceTimersByTimeAsync(200);
    expect(told).toEqual(
      ['a', 'b'].map((conversationId) => [{ tenantId: 't', conversationId }, { hear: false }]),
    );
    live.publish('t', change('a'));
    await jest.advanceTimersByTimeAsync(200);
    expect(told).toHaveLength(3);
  });

  it('asks the database once in a while for a tenant without one, and anew when it is connected', async () => {
    const { live, asked, told } = following(() => false);
    for (let time = 0; time < 20; time += 1) {
      live.publish('t', change(`c${time}`));
      await jest.advanceTimersByTimeAsync(250);
    }
    expect([asked, told]).toEqual([['t'], []]);
    live.publish('t', { type: 'chatwoot' });
    live.publish('t', change('a'));
    await jest.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(['t', 't']);
  });

  it('fails nobody while the engine is away, and tells nothing once it is closed', async () => {
    const { live, told, goDown } = following(() => true);
    goDown();
    live.publish('t', change('a'));
    await jest.advanceTimersByTimeAsync(200);
    live.publish('t', change('b'));
    await live.close();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual([]);
  });
});
