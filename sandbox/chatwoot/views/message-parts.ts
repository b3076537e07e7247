import { ACCOUNT, BOT, userById } from '../people';
import type { Attachment, Message } from '../state/rows';
import { botEventData, contactEventData, userEventData } from './people-views';
import type { Scene } from './scene';

const FILE_TYPES = ['image', 'audio', 'video'];

/** Without a sender there is no such field at all. */
export function senderIn(scene: Scene, { sender }: Message): { sender?: object } {
  if (sender === null) return {};
  if (sender.type === 'AgentBot') return { sender: botEventData(BOT) };
  if (sender.type === 'Contact') {
    const contact = scene.state.contacts.get(sender.id);
    return contact === undefined ? {} : { sender: contactEventData(contact) };
  }
  const user = userById(sender.id);
  return user === undefined ? {} : { sender: userEventData(user) };
}

/** Without attachments there is no such field at all. */
export function attachmentsIn(scene: Scene, message: Message): { attachments?: object[] } {
  if (message.attachments.length === 0) return {};
  return { attachments: message.attachments.map((file) => attachmentView(scene, message, file)) };
}

function attachmentView(scene: Scene, message: Message, file: Attachment): object {
  const type = FILE_TYPES.find((kind) => file.mimetype.startsWith(`${kind}/`)) ?? 'file';
  const name = encodeURIComponent(file.fileName);
  const url = `${scene.baseUrl}/rails/active_storage/blobs/redirect/${file.key}/${name}`;
  return {
    id: file.id,
    message_id: message.id,
    file_type: type,
    account_id: ACCOUNT.id,
    extension: null,
    data_url: url,
    thumb_url: type === 'image' ? url : '',
    file_size: file.size,
    width: null,
    height: null,
  };
}
