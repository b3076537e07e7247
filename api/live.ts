import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import { Server } from 'socket.io';
import * as z from 'zod';
import { type createLocalLiveEvents, LIVE_EVENT, tenantRoom } from '../adapters/live/live-events';
import type { Env } from '../config/env';
import type { Logger } from '../config/logger';
import { ACCESS_TOKEN_SECONDS, verifyAccessToken } from '../services/auth/access-token';

const handshakeSchema = z.object({ token: z.string() });

/**
 * Live events for dashboards: each socket shows its access token and hears its tenant's room, nothing else. Events
 * come from this process, or through Redis from all of them.
 */
export async function serveLiveEvents(
  server: HttpServer,
  options: {
    env: Env;
    log: Logger;
    local: ReturnType<typeof createLocalLiveEvents> | undefined;
  },
): Promise<{ close(): Promise<void> }> {
  const { env, log, local } = options;
  const io = new Server(server, { serveClient: false, maxHttpBufferSize: 10_000 });
  const closeRedis = env.redisUrl === undefined ? undefined : await useRedis(io, env.redisUrl, log);

  io.use((socket, next) => {
    const handshake = handshakeSchema.safeParse(socket.handshake.auth);
    verifyAccessToken(handshake.data?.token ?? '', env.jwtSecret)
      .then(async (claims) => {
        await socket.join(tenantRoom(claims.tenant_id));
        // The browser comes back with a fresh token; one that lost its session does not.
        const expiry = setTimeout(() => socket.disconnect(true), ACCESS_TOKEN_SECONDS * 1_000);
        socket.on('disconnect', () => clearTimeout(expiry));
        next();
      })
      .catch(() => next(new Error('token_invalid')));
  });

  local?.subscribe((tenantId, event) => {
    const room = tenantRoom(tenantId);
    // Most tenants have no dashboard open most of the time.
    if (io.sockets.adapter.rooms.has(room)) io.to(room).emit(LIVE_EVENT, event);
  });

  return {
    async close() {
      await io.close();
      await closeRedis?.();
    },
  };
}

async function useRedis(io: Server, url: string, log: Logger): Promise<() => Promise<void>> {
  const publisher = createClient({ url });
  const subscriber = publisher.duplicate();
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: unknown) => {
      log.warn({ err: error }, 'redis connection failed, retrying');
    });
  }
  await Promise.all([publisher.connect(), subscriber.connect()]);
  io.adapter(createAdapter(publisher, subscriber));
  return async () => {
    await Promise.all([publisher.close(), subscriber.close()]);
  };
}
