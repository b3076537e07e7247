import { createAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import type { Logger } from '../../config/logger';

/** Lets Socket.IO servers of several processes share their rooms through Redis. */
export async function openRedisSocketAdapter(
  url: string,
  log: Logger,
): Promise<{ adapter: ReturnType<typeof createAdapter>; close(): Promise<void> }> {
  const publisher = createClient({ url });
  const subscriber = publisher.duplicate();
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: unknown) => {
      log.warn({ err: error }, 'redis connection failed, retrying');
    });
  }
  await Promise.all([publisher.connect(), subscriber.connect()]);
  return {
    adapter: createAdapter(publisher, subscriber),
    async close() {
      await Promise.all([publisher.close(), subscriber.close()]);
    },
  };
}
