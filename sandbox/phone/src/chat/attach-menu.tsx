import { neighbourhoodGroup } from '../../../state/group';
import { FileText, Image, MessagesSquare, Mic, Plus, Users } from 'lucide-react';
import { IconButton } from '../components/icon-button';
import { Menu, MenuDivider, MenuItem } from '../components/menu';
import { strings } from '../strings';
import { useChat } from './chat-context';
import { useChatCommands } from './use-chat-commands';

export function AttachMenu() {
  const { side, group } = useChat();
  const { send } = useChatCommands();
  const { attach, photo, photoCaption, audio, document, burst, burstTexts, toGroup, groupText } =
    strings.chat;
  return (
    <Menu trigger={<IconButton icon={Plus} label={attach} />} side="top" align="start">
      <MenuItem icon={Image} onClick={() => send({ media: { kind: 'image', caption: photoCaption } })}>
        {photo}
      </MenuItem>
      <MenuItem icon={Mic} onClick={() => send({ media: { kind: 'audio' } })}>
        {audio}
      </MenuItem>
      <MenuItem icon={FileText} onClick={() => send({ media: { kind: 'document' } })}>
        {document}
      </MenuItem>
      {side === 'customer' && (
        <>
          <MenuDivider />
          <MenuItem icon={MessagesSquare} onClick={() => send({ texts: burstTexts })}>
            {burst}
          </MenuItem>
          {group === undefined && (
            <MenuItem icon={Users} onClick={() => send({ text: groupText, group: neighbourhoodGroup.jid })}>
              {toGroup}
            </MenuItem>
          )}
        </>
      )}
    </Menu>
  );
}
