import { defineSignal } from '@temporalio/workflow';

export interface ChatwootSyncInput {
  tenantId: string;
  conversationId: string;
}

/** The conversation changed; with `hear`, people at Chatwoot did something too. */
export const chatwootChanged = defineSignal<[{ hear: boolean }]>('chatwootChanged');
