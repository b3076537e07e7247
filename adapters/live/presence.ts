import type { Server } from 'socket.io';
import { tenantRoom } from './live-events';

/** Who has a dashboard open. */
export interface Presence {
  /** Ids of people of this tenant, over all processes that share sockets. Empty until something listens. */
  of(tenantId: string): Promise<ReadonlySet<string>>;
}

/** Kept by each socket, and told between processes. */
export interface SocketData {
  userId: string;
}

/** Presence that is asked of the sockets themselves, so that a process that dies leaves nobody behind as present. */
export function createPresence(): Presence & { listenTo(io: Server): void } {
  let server: Server | undefined;
  return {
    listenTo(io) {
      server = io;
    },
    async of(tenantId) {
      if (server === undefined) return new Set();
      const room = tenantRoom(tenantId);
      // A process that does not answer must not take the answers of this one with it.
      const sockets = await server
        .in(room)
        .fetchSockets()
        .catch(() => server?.local.in(room).fetchSockets() ?? []);
      return new Set(sockets.map(({ data }) => (data as SocketData).userId));
    },
  };
}
