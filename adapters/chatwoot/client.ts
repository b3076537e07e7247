import type { OutboundHttp } from '../http/outbound-http';
import { contactCalls } from './contacts';
import { conversationCalls } from './conversations';
import { createChatwootCall } from './http';
import { settingsCalls } from './settings';

/** Chatwoot's API, of any version since 2.18: what may be missing in an older one is not relied on. */
export type ChatwootClient = ReturnType<typeof createChatwootClient>;

export function createChatwootClient(outbound: OutboundHttp) {
  const call = createChatwootCall(outbound);
  return { ...settingsCalls(call), ...contactCalls(call), ...conversationCalls(call) };
}
