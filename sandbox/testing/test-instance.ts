import type { Instance } from '../state/instance';

/** An instance that was created and never connected. */
export function testInstance(overrides: Partial<Instance> = {}): Instance {
  return {
    id: 'i-1',
    name: 'loja',
    integration: 'WHATSAPP-BAILEYS',
    token: 't',
    number: null,
    state: 'close',
    ownerJid: null,
    profileName: null,
    disconnectionReasonCode: null,
    disconnectionAt: null,
    createdAt: '',
    updatedAt: '',
    settings: {
      rejectCall: false,
      msgCall: '',
      groupsIgnore: false,
      alwaysOnline: false,
      readMessages: false,
      readStatus: false,
      syncFullHistory: false,
    },
    webhook: null,
    ...overrides,
  };
}
