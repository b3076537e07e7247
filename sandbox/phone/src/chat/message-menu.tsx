import { Menu as Base } from '@base-ui/react/menu';
import { ChevronDown, Copy, CopyPlus, Pencil, Reply, Trash2 } from 'lucide-react';
import type { MessageView } from '../../../control/views';
import { Menu, MenuDivider, MenuItem } from '../components/menu';
import { strings } from '../strings';
import { isOwn, useChat } from './chat-context';
import { useChatCommands } from './use-chat-commands';

const EMOJIS = ['👍', '❤️', '😂', '😮', '🙏'];

export function MessageMenu({ message }: { message: MessageView }) {
  const chat = useChat();
  const { send, remove, resend } = useChatCommands();
  const own = isOwn(message, chat);
  const { id } = message;
  const { actions, reply, edit, resendOnce, resendTen } = strings.chat;
  const trigger = (
    <button
      type="button"
      aria-label={actions}
      title={actions}
      className="mt-1 inline-flex size-7 shrink-0 items-center justify-center rounded-full text-muted opacity-60 transition-opacity group-hover:opacity-100 hover:bg-raised focus-visible:opacity-100 data-popup-open:opacity-100 pointer-fine:opacity-0"
    >
      <ChevronDown className="size-4" aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger} align={own ? 'end' : 'start'}>
      <Base.Group className="flex justify-between px-1 pb-1" aria-label={strings.chat.react}>
        {EMOJIS.map((emoji) => (
          <Base.Item
            key={emoji}
            aria-label={`${strings.chat.react} ${emoji}`}
            onClick={() =>
              send({ reaction: { id, emoji: reactedWith(message, chat.side) === emoji ? '' : emoji } })
            }
            className="grid size-10 place-items-center rounded-full text-lg outline-none select-none data-highlighted:bg-raised"
          >
            {emoji}
          </Base.Item>
        ))}
      </Base.Group>
      <MenuDivider />
      <MenuItem icon={Reply} onClick={() => chat.setDraft({ kind: 'reply', message })}>
        {reply}
      </MenuItem>
      {own && message.kind === 'text' && message.by !== 'api' && (
        <MenuItem icon={Pencil} onClick={() => chat.setDraft({ kind: 'edit', message })}>
          {edit}
        </MenuItem>
      )}
      {own && message.by !== 'api' && (
        <MenuItem icon={Trash2} onClick={() => remove(id)}>
          {strings.chat.remove}
        </MenuItem>
      )}
      <MenuDivider />
      <MenuItem icon={Copy} onClick={() => resend({ id, times: 1 })}>
        {resendOnce}
      </MenuItem>
      <MenuItem icon={CopyPlus} onClick={() => resend({ id, times: 10 })}>
        {resendTen}
      </MenuItem>
    </Menu>
  );
}

function reactedWith(message: MessageView, side: 'customer' | 'business'): string | undefined {
  return message.reactions.find(({ by }) => (by === 'customer') === (side === 'customer'))?.emoji;
}
