/** What a dashboard is told: that something changed, and which. It fetches the rest itself. */
export type LiveEvent =
  | { type: 'conversation'; conversationId: string; messageId?: string }
  | { type: 'channel'; channelId: string }
  | { type: 'knowledge' }
  /** The connection to Chatwoot: made, ended, refused. */
  | { type: 'chatwoot' }
  /** A flow's draft, versions or status. */
  | { type: 'flow'; flowId: string }
  | { type: 'flowRun'; flowId: string; runId: string }
  /** Who is editing, until when (ISO 8601); null: nobody. */
  | { type: 'flowLock'; flowId: string; lock: { userId: string; name: string; until: string } | null }
  /** A customer waits for a person: `userIds` are called, or everybody. */
  | {
      type: 'handoff';
      conversationId: string;
      reason: string;
      contactName: string | null;
      userIds: string[] | null;
    }
  /** And has been waiting for too long: for the first (1) or the last time (2) in this waiting period. */
  | { type: 'waitingAlert'; conversationId: string; level: 1 | 2; contactName: string | null };

export type LiveHandler = (tenantId: string, event: LiveEvent) => void;

/** Carries live events from wherever something changes to the processes that hold browsers' sockets. */
export interface LiveEvents {
  /** Never waits and never fails the caller: a lost event costs a refetch, not a message. */
  publish(tenantId: string, event: LiveEvent): void;
  close(): Promise<void>;
}

/** One process: events go straight to whoever subscribed. */
export function createLocalLiveEvents(): LiveEvents & { subscribe(handler: LiveHandler): void } {
  const handlers = new Set<LiveHandler>();
  return {
    publish(tenantId, event) {
      for (const handler of handlers) handler(tenantId, event);
    },
    subscribe(handler) {
      handlers.add(handler);
    },
    close() {
      handlers.clear();
      return Promise.resolve();
    },
  };
}

/** The Socket.IO room of a tenant's dashboards, and the name of the one event they listen to. */
export const tenantRoom = (tenantId: string) => `tenant:${tenantId}`;
export const LIVE_EVENT = 'live';
