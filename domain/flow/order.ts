import type { FlowObject } from './runtime/value';

/** Kinds of nodes that only the conversation's workflow may carry out: it is the one voice there. */
export const CONVERSATION_KINDS = [
  'send_text',
  'send_media',
  'send_buttons',
  'send_list',
  'ask',
  'wait_reply',
  'rag_answer',
  'handoff_human',
  'transfer',
  /** Never by itself: what an end that closes the conversation asks for as the run ends. */
  'end',
] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/** What a run asks of a conversation (flow_orders.order): the node, with every template filled in. */
export interface FlowOrderBody {
  kind: ConversationKind;
  settings: FlowObject;
  /** The ways the node may leave by. */
  handles: string[];
  /** Seconds after which nobody waits for it any more; null: as the settings say. */
  timeoutSeconds: number | null;
}

/** How an effect of a run came to its end. */
export type FlowOutcome =
  | { handle: string; output: FlowObject | null }
  | { error: { type: string; message: string } };

export function isConversationKind(kind: string): kind is ConversationKind {
  return (CONVERSATION_KINDS as readonly string[]).includes(kind);
}
