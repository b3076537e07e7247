import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import * as z from 'zod';
import { type createLocalLiveEvents, LIVE_EVENT, tenantRoom } from '../adapters/live/live-events';
import type { createPresence, SocketData } from '../adapters/live/presence';
import { openRedisSocketAdapter } from '../adapters/live/redis-socket-adapter';
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
    presence?: ReturnType<typeof createPresence>;
  },
): Promise<{ close(): Promise<void> }> {
  const { env, log, local } = options;
  const io = new Server(server, { serveClient: false, maxHttpBufferSize: 10_000 });
  const shared = env.redisUrl === undefined ? undefined : await openRedisSocketAdapter(env.redisUrl, log);
  if (shared !== undefined) io.adapter(shared.adapter);
  options.presence?.listenTo(io);

  io.use((socket, next) => {
    const handshake = handshakeSchema.safeParse(socket.handshake.auth);
    verifyAccessToken(handshake.data?.token ?? '', env.jwtSecret)
      .then(async (claims) => {
        socket.data = { userId: claims.sub } satisfies SocketData;
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
      await shared?.close();
    },
  };
}
