import { z } from 'zod';

const EVOLUTION_OPS = [
  'createInstance',
  'connect',
  'connectionState',
  'fetchInstances',
  'restart',
  'logout',
  'deleteInstance',
  'setWebhook',
  'findWebhook',
  'setSettings',
  'findSettings',
  'sendText',
  'sendMedia',
  'sendPresence',
  'findMessages',
  'whatsappNumbers',
  'markMessageAsRead',
  'getBase64FromMediaMessage',
  'fetchAllGroups',
] as const;

export type EvolutionOp = (typeof EVOLUTION_OPS)[number];

const CHATWOOT_OPS = [
  'profile',
  'inboxes',
  'contacts',
  'conversations',
  'messages',
  'webhooks',
  'files',
] as const;

export type ChatwootOp = (typeof CHATWOOT_OPS)[number];

/** What can be made to misbehave; `evolution.*`, `openai.*` and `chatwoot.*` stand for all of their calls. */
export type FaultTarget =
  | `evolution.${EvolutionOp | '*'}`
  | 'openai.chat'
  | 'openai.embeddings'
  | 'openai.models'
  | 'openai.transcriptions'
  | 'openai.*'
  | `chatwoot.${ChatwootOp | '*'}`
  | 'webhook'
  | 'chatwootWebhook'
  | 'smtp';

const evolutionTargets = EVOLUTION_OPS.map((op): FaultTarget => `evolution.${op}`);
const chatwootTargets = CHATWOOT_OPS.map((op): FaultTarget => `chatwoot.${op}`);

const faultTargetSchema = z.enum([
  ...evolutionTargets,
  'evolution.*',
  'openai.chat',
  'openai.embeddings',
  'openai.models',
  'openai.transcriptions',
  'openai.*',
  ...chatwootTargets,
  'chatwoot.*',
  'webhook',
  'chatwootWebhook',
  'smtp',
]);

const ms = z.number().int().min(0).max(3_600_000);

const common = z.object({
  target: faultTargetSchema,
  times: z.number().int().min(1).optional().describe('How many calls it hits; until deleted when left out.'),
  after: z.number().int().min(0).default(0).describe('How many matching calls pass unharmed first.'),
  instance: z.string().optional().describe('Only calls about this instance.'),
  contains: z.string().min(1).optional().describe('Only calls whose body holds this text.'),
  event: z.string().optional().describe('Only webhooks of this event, e.g. messages.upsert.'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional().describe('Only calls made this way.'),
});

function kind<Name extends string>(name: Name) {
  return common.extend({ kind: z.literal(name) });
}

const variants = z.discriminatedUnion('kind', [
  kind('delay').extend({ ms }),
  kind('hang'),
  kind('reset'),
  kind('status').extend({
    status: z.number().int().min(100).max(599),
    body: z.unknown().optional(),
    retryAfter: z.union([z.number().int().min(0), z.string()]).optional(),
  }),
  kind('html200'),
  kind('cutBody'),
  kind('malformedJson'),
  kind('acceptThenTimeout'),
  kind('acceptThenStatus').extend({ status: z.number().int().min(400).max(599).default(500) }),
  kind('delayAnswer').extend({ ms }),
  kind('garbage'),
  kind('say').extend({ text: z.string().min(1).describe('What the model answers, sure of it.') }),
  kind('refusal'),
  kind('length'),
  kind('contentFilter'),
  kind('nullContent'),
  kind('emptyChoices'),
  kind('noUsage'),
  kind('wrongDimensions'),
  kind('emptyTranscript'),
  kind('expired'),
  kind('truncated'),
  kind('otherType'),
  kind('oversized').extend({ bytes: z.number().int().min(1).max(100_000_000) }),
  kind('duplicate').extend({
    n: z.number().int().min(2).max(1_000).default(2),
    parallel: z.boolean().default(true),
  }),
  kind('reorder').extend({ window: z.number().int().min(2).max(1_000).default(2) }),
  kind('drop'),
  kind('wrongSecret'),
  kind('expiredToken'),
  kind('noSecret'),
  kind('loginRefused'),
  kind('recipientRefused'),
  kind('dataRefused'),
  kind('dropAfterData'),
]);

export type FaultInput = z.infer<typeof variants>;
export type FaultKind = FaultInput['kind'];
export type Fault = FaultInput & { id: string; hits: number };

const HTTP: readonly FaultKind[] = [
  'delay',
  'hang',
  'reset',
  'status',
  'html200',
  'cutBody',
  'malformedJson',
  'acceptThenTimeout',
  'acceptThenStatus',
  'delayAnswer',
];
const CHAT: readonly FaultKind[] = [
  'garbage',
  'say',
  'refusal',
  'length',
  'contentFilter',
  'nullContent',
  'emptyChoices',
  'noUsage',
];
const FILE: readonly FaultKind[] = ['expired', 'truncated', 'otherType', 'oversized'];
const WEBHOOK: readonly FaultKind[] = [
  'delay',
  'duplicate',
  'reorder',
  'drop',
  'wrongSecret',
  'expiredToken',
  'noSecret',
];
/** Bytes are sent as they are, or not at all. */
const BEFORE: readonly FaultKind[] = ['delay', 'hang', 'reset', 'status', 'html200'];
/** Chatwoot's events have no order to be disturbed. */
const CHATWOOT_WEBHOOK = WEBHOOK.filter((kind) => kind !== 'reorder');
const SMTP: readonly FaultKind[] = [
  'delay',
  'delayAnswer',
  'loginRefused',
  'recipientRefused',
  'dataRefused',
  'dropAfterData',
];

function kindsFor(target: FaultTarget): readonly FaultKind[] {
  if (target === 'webhook') return WEBHOOK;
  if (target === 'chatwoot.files') return BEFORE;
  if (target === 'chatwootWebhook') return CHATWOOT_WEBHOOK;
  if (target === 'smtp') return SMTP;
  if (target === 'openai.chat') return [...HTTP, ...CHAT];
  if (target === 'openai.transcriptions') return [...HTTP, 'emptyTranscript', 'noUsage'];
  if (target === 'evolution.getBase64FromMediaMessage') return [...HTTP, ...FILE];
  if (target === 'openai.embeddings') return [...HTTP, 'wrongDimensions'];
  return HTTP;
}

export const faultInputSchema = variants.superRefine((fault, issues) => {
  const allowed = kindsFor(fault.target);
  if (allowed.includes(fault.kind)) return;
  issues.addIssue({
    code: 'custom',
    path: ['kind'],
    message: `${fault.target} takes: ${allowed.join(', ')}`,
  });
});
