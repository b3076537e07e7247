import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

// What operators search by in the Temporal UI. Plain text there: ids and states only, never a name, number or word.
export const TENANT_ID = defineSearchAttributeKey('TenantId', SearchAttributeType.KEYWORD);
export const CONVERSATION_STATE = defineSearchAttributeKey('ConversationState', SearchAttributeType.KEYWORD);
export const HUMAN_DEADLINE = defineSearchAttributeKey('HumanDeadline', SearchAttributeType.DATETIME);

export const SEARCH_ATTRIBUTES = [TENANT_ID, CONVERSATION_STATE, HUMAN_DEADLINE];
