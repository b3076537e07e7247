import type { User } from '../people';
import type { Inbox } from '../state/rows';

const CHANNEL_TYPE = 'Channel::Api';

export function inboxView(inbox: Inbox, viewer: User, signs: boolean): object {
  const secrets = { hmac_token: inbox.hmacToken, ...(signs ? { secret: inbox.secret } : {}) };
  return {
    id: inbox.id,
    avatar_url: '',
    channel_id: inbox.id,
    name: inbox.name,
    channel_type: CHANNEL_TYPE,
    greeting_enabled: false,
    greeting_message: null,
    working_hours_enabled: false,
    enable_auto_assignment: false,
    allow_messages_after_resolved: true,
    lock_to_single_conversation: false,
    timezone: 'UTC',
    ...(viewer.role === 'administrator' ? secrets : {}),
    webhook_url: inbox.webhookUrl,
    inbox_identifier: inbox.identifier,
    additional_attributes: {},
    provider: null,
  };
}

export function inboxSlim(inbox: Inbox): object {
  return {
    id: inbox.id,
    avatar_url: '',
    channel_id: inbox.id,
    name: inbox.name,
    channel_type: CHANNEL_TYPE,
    provider: null,
  };
}
