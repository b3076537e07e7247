import { Emitter } from '@socket.io/redis-emitter';
import { createClient } from 'redis';
import type { Logger } from '../../config/logger';
import { LIVE_EVENT, type LiveEvents, tenantRoom } from './live-events';

/** Several processes: events travel through Redis to every api process (Socket.IO's own protocol). */
export async function createRedisLiveEvents(url: string, log: Logger): Promise<LiveEvents> {
  const client = createClient({ url });
  client.on('error', (error: unknown) => {
    log.warn({ err: error }, 'redis connection failed, retrying');
  });
  await client.connect();
  const emitter = new Emitter(client);
  return {
    publish(tenantId, event) {
      emitter.to(tenantRoom(tenantId)).emit(LIVE_EVENT, event);
    },
    async close() {
      await client.close();
    },
  };
}
