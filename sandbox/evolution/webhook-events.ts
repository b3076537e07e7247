/** The names a webhook subscribes to. On the wire they are dotted and lower-case. */
export const webhookEvents = [
  'APPLICATION_STARTUP',
  'QRCODE_UPDATED',
  'MESSAGES_SET',
  'MESSAGES_UPSERT',
  'MESSAGES_EDITED',
  'MESSAGES_UPDATE',
  'MESSAGES_DELETE',
  'SEND_MESSAGE',
  'SEND_MESSAGE_UPDATE',
  'CONTACTS_SET',
  'CONTACTS_UPSERT',
  'CONTACTS_UPDATE',
  'PRESENCE_UPDATE',
  'CHATS_SET',
  'CHATS_UPSERT',
  'CHATS_UPDATE',
  'CHATS_DELETE',
  'GROUPS_UPSERT',
  'GROUP_UPDATE',
  'GROUP_PARTICIPANTS_UPDATE',
  'CONNECTION_UPDATE',
  'LABELS_EDIT',
  'LABELS_ASSOCIATION',
  'CALL',
  'TYPEBOT_START',
  'TYPEBOT_CHANGE_STATUS',
  'REMOVE_INSTANCE',
  'LOGOUT_INSTANCE',
  'INSTANCE_CREATE',
  'INSTANCE_DELETE',
  'STATUS_INSTANCE',
] as const;

/** The events this stand-in emits. */
export type WebhookEvent =
  | 'messages.upsert'
  | 'messages.update'
  | 'messages.edited'
  | 'messages.delete'
  | 'send.message'
  | 'presence.update'
  | 'connection.update'
  | 'qrcode.updated'
  | 'status.instance'
  | 'logout.instance'
  | 'instance.create'
  | 'instance.delete'
  | 'remove.instance';

/** `messages.upsert` → `MESSAGES_UPSERT`. */
export function subscriptionName(event: WebhookEvent): string {
  return event.replaceAll('.', '_').toUpperCase();
}
