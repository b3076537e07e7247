import type { NodeDefinition } from './define-node';
import { abSplit } from './nodes/ab_split/node';
import { aiClassify } from './nodes/ai_classify/node';
import { aiExtract } from './nodes/ai_extract/node';
import { aiGenerate } from './nodes/ai_generate/node';
import { ask } from './nodes/ask/node';
import { businessHours } from './nodes/business_hours/node';
import { condition } from './nodes/condition/node';
import { contactCreated } from './nodes/contact_created/node';
import { conversationStateChanged } from './nodes/conversation_state_changed/node';
import { end } from './nodes/end/node';
import { forEach } from './nodes/for_each/node';
import { formSubmitted } from './nodes/form_submitted/node';
import { goto } from './nodes/goto/node';
import { handoffHuman } from './nodes/handoff_human/node';
import { httpRequest } from './nodes/http_request/node';
import { inboundWebhook } from './nodes/inbound_webhook/node';
import { loop } from './nodes/loop/node';
import { messageReceived } from './nodes/message_received/node';
import { parallel } from './nodes/parallel/node';
import { placeholder } from './nodes/placeholder/node';
import { ragAnswer } from './nodes/rag_answer/node';
import { respondWebhook } from './nodes/respond_webhook/node';
import { schedule } from './nodes/schedule/node';
import { sendButtons } from './nodes/send_buttons/node';
import { sendEmail } from './nodes/send_email/node';
import { sendList } from './nodes/send_list/node';
import { sendMedia } from './nodes/send_media/node';
import { sendText } from './nodes/send_text/node';
import { setVariable } from './nodes/set_variable/node';
import { startSubflow } from './nodes/start_subflow/node';
import { switchNode } from './nodes/switch/node';
import { tagAdded } from './nodes/tag_added/node';
import { transfer } from './nodes/transfer/node';
import { transform } from './nodes/transform/node';
import { wait } from './nodes/wait/node';
import { waitExternal } from './nodes/wait_external/node';
import { waitReply } from './nodes/wait_reply/node';

/** Every kind of node, in the order of the palette. A new one: its folder, and a line here. */
const DEFINITIONS: readonly NodeDefinition[] = [
  messageReceived,
  schedule,
  inboundWebhook,
  conversationStateChanged,
  contactCreated,
  tagAdded,
  formSubmitted,
  condition,
  switchNode,
  wait,
  waitReply,
  waitExternal,
  loop,
  goto,
  forEach,
  parallel,
  setVariable,
  transform,
  abSplit,
  businessHours,
  placeholder,
  sendText,
  sendMedia,
  sendButtons,
  sendList,
  ask,
  aiGenerate,
  aiClassify,
  aiExtract,
  ragAnswer,
  httpRequest,
  respondWebhook,
  sendEmail,
  handoffHuman,
  transfer,
  startSubflow,
  end,
];

export const NODE_KINDS: ReadonlyMap<string, NodeDefinition> = new Map(
  DEFINITIONS.map((definition) => [definition.kind, definition]),
);
