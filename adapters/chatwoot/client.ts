import type { OutboundHttp } from '../http/outbound-http';
import { contactCalls } from './contacts';
import { conversationCalls } from './conversations';
import { type ChatwootCall, createChatwootCall } from './http';
import { settingsCalls } from './settings';

/** Chatwoot's API, of any version since 2.18: what may be missing in an older one is not relied on. */
export interface ChatwootClient extends ReturnType<typeof callsOf> {
  /** The same, whose calls end with the signal, as if no answer had come. */
  until(signal: AbortSignal): ChatwootClient;
}

export function createChatwootClient(outbound: OutboundHttp, signal?: AbortSignal): ChatwootClient {
  return {
    ...callsOf(createChatwootCall(outbound, signal)),
    until: (ending) => createChatwootClient(outbound, ending),
  };
}

function callsOf(call: ChatwootCall) {
  return { ...settingsCalls(call), ...contactCalls(call), ...conversationCalls(call) };
}
