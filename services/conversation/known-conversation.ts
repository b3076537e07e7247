import { ConversationState } from '../../domain/conversation/state';
import * as z from 'zod';
import type { KnownConversation } from '../workflow-gateway';

const stateSchema = z.enum(ConversationState);

/** What of a conversation's row a workflow that was lost would have to know. */
export const KNOWN_COLUMNS = {
  state: true,
  humanDeadline: true,
  fence: true,
  inboundSeq: true,
  answeredSeq: true,
} as const;

export function knownConversation(row: {
  state: string;
  humanDeadline: Date | null;
  fence: number;
  inboundSeq: bigint;
  answeredSeq: bigint;
}): KnownConversation {
  return {
    state: stateSchema.parse(row.state),
    humanDeadline: row.humanDeadline?.getTime() ?? null,
    fence: row.fence,
    receivedSeq: Number(row.inboundSeq),
    handledSeq: Number(row.answeredSeq),
  };
}
