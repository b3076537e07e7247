/** What the server tells when something changed; see adapters/live. The rest is fetched. */
export type LiveEvent =
  | { type: 'conversation'; conversationId: string; messageId?: string }
  | { type: 'channel'; channelId: string }
  | { type: 'knowledge' }
  | { type: 'chatwoot' }
  | { type: 'flow'; flowId: string }
  | { type: 'flowRun'; flowId: string; runId: string }
  /** Who is editing an automation; null: nobody. */
  | { type: 'flowLock'; flowId: string; lock: { userId: string; name: string; until: string } | null }
  | {
      type: 'handoff';
      conversationId: string;
      reason: string;
      contactName: string | null;
      /** Who is called; null: everybody. */
      userIds: string[] | null;
    }
  | { type: 'waitingAlert'; conversationId: string; level: 1 | 2; contactName: string | null };

/** Undefined for what this version of the page does not know. */
export function parseLiveEvent(input: unknown): LiveEvent | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const told = input as Record<string, unknown>;
  const { type, conversationId, messageId, channelId, reason, contactName, userIds, level } = told;
  const { flowId, runId, lock } = told;
  switch (type) {
    case 'conversation':
      if (typeof conversationId !== 'string') return undefined;
      return typeof messageId === 'string' ? { type, conversationId, messageId } : { type, conversationId };
    case 'channel':
      return typeof channelId === 'string' ? { type, channelId } : undefined;
    case 'knowledge':
    case 'chatwoot':
      return { type };
    case 'flow':
      return typeof flowId === 'string' ? { type, flowId } : undefined;
    case 'flowRun':
      return typeof flowId === 'string' && typeof runId === 'string' ? { type, flowId, runId } : undefined;
    case 'flowLock':
      return typeof flowId === 'string' ? { type, flowId, lock: parseLock(lock) } : undefined;
    case 'handoff':
      if (typeof conversationId !== 'string') return undefined;
      return {
        type,
        conversationId,
        reason: typeof reason === 'string' ? reason : '',
        contactName: typeof contactName === 'string' ? contactName : null,
        userIds: Array.isArray(userIds) ? userIds.filter((id) => typeof id === 'string') : null,
      };
    case 'waitingAlert':
      if (typeof conversationId !== 'string') return undefined;
      return {
        type,
        conversationId,
        level: level === 2 ? 2 : 1,
        contactName: typeof contactName === 'string' ? contactName : null,
      };
    default:
      return undefined;
  }
}

function parseLock(input: unknown): { userId: string; name: string; until: string } | null {
  if (typeof input !== 'object' || input === null) return null;
  const { userId, name, until } = input as Record<string, unknown>;
  if (typeof userId !== 'string' || typeof until !== 'string') return null;
  return { userId, name: typeof name === 'string' ? name : '', until };
}
