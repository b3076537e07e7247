import type { ReferenceType } from '../../../../../domain/flow/define-node';
import type { SettingsSchema } from './settings-schema';
import { variantsOf } from './settings-schema';

/** How a setting is filled in. */
export type Widget =
  | { is: 'hidden' }
  | { is: 'template'; lines: number }
  | { is: 'messages' }
  | { is: 'text' }
  | { is: 'variable' }
  | { is: 'path' }
  | { is: 'code'; language: 'cel' | 'regex' }
  /** A programme of several lines. */
  | { is: 'script' }
  | { is: 'number' }
  | { is: 'share' }
  | { is: 'duration' }
  | { is: 'boolean' }
  | { is: 'choice' }
  | { is: 'choices' }
  | { is: 'words' }
  | { is: 'templates' }
  | { is: 'reference'; type: ReferenceType }
  | { is: 'references'; type: ReferenceType }
  | { is: 'block' }
  | { is: 'test' }
  | { is: 'cron' }
  | { is: 'zone' }
  | { is: 'hours' }
  | { is: 'json' }
  | { is: 'variants' }
  | { is: 'group' }
  | { is: 'list' };

/** By the setting's name; `kind.path` where a name means different things. */
const BY_NAME: Record<string, Widget> = {
  key: { is: 'hidden' },
  // With the file itself (file-field.tsx).
  mimeType: { is: 'hidden' },
  bytes: { is: 'hidden' },
  original: { is: 'hidden' },
  handles: { is: 'hidden' },
  'placeholder.was': { is: 'hidden' },
  'placeholder.reason': { is: 'hidden' },
  messages: { is: 'messages' },
  text: { is: 'template', lines: 3 },
  question: { is: 'template', lines: 3 },
  prompt: { is: 'template', lines: 6 },
  body: { is: 'template', lines: 5 },
  'inbound_webhook.reply.body': { is: 'text' },
  subject: { is: 'template', lines: 1 },
  url: { is: 'template', lines: 1 },
  caption: { is: 'template', lines: 2 },
  fileName: { is: 'template', lines: 1 },
  retryText: { is: 'template', lines: 2 },
  message: { is: 'template', lines: 2 },
  outOfHoursMessage: { is: 'template', lines: 2 },
  footer: { is: 'template', lines: 1 },
  date: { is: 'template', lines: 1 },
  template: { is: 'template', lines: 2 },
  value: { is: 'template', lines: 1 },
  'set_variable.assignments.*.value': { is: 'variants' },
  'send_buttons.buttons.*.title': { is: 'template', lines: 1 },
  'send_list.sections.*.rows.*.title': { is: 'template', lines: 1 },
  'send_list.sections.*.rows.*.description': { is: 'template', lines: 1 },
  to: { is: 'templates' },
  'http_request.map.*.to': { is: 'variable' },
  'handoff_human.to': { is: 'variants' },
  'transfer.to': { is: 'variants' },
  'conversation_state_changed.to': { is: 'choices' },
  cc: { is: 'templates' },
  expression: { is: 'code', language: 'cel' },
  jsonata: { is: 'script' },
  pattern: { is: 'code', language: 'regex' },
  saveTo: { is: 'variable' },
  'set_variable.assignments.*.name': { is: 'variable' },
  'ai_extract.fields.*.name': { is: 'variable' },
  'end.outputs.*.name': { is: 'variable' },
  'start_subflow.inputs.*.name': { is: 'variable' },
  contactPath: { is: 'path' },
  dedupePath: { is: 'path' },
  namePath: { is: 'path' },
  emailPath: { is: 'path' },
  'for_each.list': { is: 'path' },
  'ask.choicesFrom': { is: 'path' },
  'http_request.map.*.from': { is: 'path' },
  threshold: { is: 'share' },
  confidence: { is: 'share' },
  channels: { is: 'references', type: 'channel' },
  knowledgeIds: { is: 'references', type: 'knowledge' },
  tagIds: { is: 'references', type: 'tag' },
  agentId: { is: 'reference', type: 'agent' },
  formId: { is: 'reference', type: 'form' },
  teamId: { is: 'reference', type: 'team' },
  userId: { is: 'reference', type: 'user' },
  channelId: { is: 'reference', type: 'channel' },
  credentialId: { is: 'reference', type: 'credential' },
  flowId: { is: 'reference', type: 'flow' },
  tagId: { is: 'reference', type: 'tag' },
  target: { is: 'block' },
  when: { is: 'test' },
  until: { is: 'test' },
  cron: { is: 'cron' },
  zone: { is: 'zone' },
  calendar: { is: 'hours' },
  'ai_generate.context.variables': { is: 'words' },
};

/** `path` has stars for places in lists: `buttons.*.title`. */
export function widgetOf(kind: string, path: string, schema: SettingsSchema): Widget {
  const name = path.split('.').findLast((part) => part !== '*') ?? path;
  const isItem = path.endsWith('.*');
  const special = BY_NAME[`${kind}.${path}`] ?? (isItem ? undefined : BY_NAME[name]);
  if (special) return special;
  if (schema.const !== undefined) return { is: 'hidden' };
  if (schema.enum) return { is: 'choice' };
  if (
    /seconds$/i.test(name) &&
    !/^typing/.test(name) &&
    schema.maximum !== undefined &&
    schema.maximum > 60
  ) {
    return { is: 'duration' };
  }
  if (variantsOf(schema)) return { is: 'variants' };
  switch (schema.type) {
    case 'boolean':
      return { is: 'boolean' };
    case 'number':
    case 'integer':
      return { is: 'number' };
    case 'array':
      if (schema.items?.enum) return { is: 'choices' };
      return schema.items?.type === 'string' ? { is: 'words' } : { is: 'list' };
    case 'object':
      return schema.properties ? { is: 'group' } : { is: 'json' };
    default:
      return { is: 'text' };
  }
}
