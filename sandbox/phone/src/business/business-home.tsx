import { Inbox, Info, Loader, QrCode, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { ChatSummary, InstanceView } from '../../../control/views';
import { ChatRow } from '../chat/chat-row';
import { Empty } from '../components/empty';
import { IconButton } from '../components/icon-button';
import { Modal } from '../components/modal';
import { ScreenBar } from '../components/screen-bar';
import { ThemeButton } from '../components/theme-button';
import { strings } from '../strings';
import { useRoute, writeRoute } from '../use-route';
import { DetailsPanel } from './details-panel';
import { detailOf, nameOf } from './name-of';
import { NumberSelect } from './number-select';
import { PairingScreen } from './pairing-screen';
import { StateChip } from './state-chip';

interface BusinessHomeProps {
  instance: InstanceView | undefined;
  instances: InstanceView[];
  chats: ChatSummary[] | undefined;
  isLoaded: boolean;
}

const words = strings.business;

/** A number's first screen: its chats when it is connected, how to connect it when it is not. */
export function BusinessHome({ instance, instances, chats, isLoaded }: BusinessHomeProps) {
  const [isShowingDetails, setIsShowingDetails] = useState(false);
  return (
    <>
      <ScreenBar>
        <div className="min-w-0 flex-1 pl-1">
          <h2 className="truncate font-semibold">
            {instance === undefined ? strings.modes.business : nameOf(instance)}
          </h2>
          <p className="truncate text-xs text-muted">
            {instance === undefined ? words.unpaired : detailOf(instance)}
          </p>
        </div>
        {instance !== undefined && <StateChip instance={instance} />}
        {instance !== undefined && (
          <IconButton
            icon={Info}
            label={words.details}
            onClick={() => setIsShowingDetails(true)}
            className="wide:hidden"
          />
        )}
        <ThemeButton className="md:hidden" />
      </ScreenBar>
      {instances.length > 1 && instance !== undefined && (
        <div className="border-b border-divider bg-surface px-4 py-2 md:hidden">
          <NumberSelect instances={instances} current={instance.name} />
        </div>
      )}
      <Body instance={instance} chats={chats} isLoaded={isLoaded} />
      <Modal isOpen={isShowingDetails} onClose={() => setIsShowingDetails(false)} title={words.details}>
        <DetailsPanel instance={instance} isBare />
      </Modal>
    </>
  );
}

function Body({ instance, chats, isLoaded }: Omit<BusinessHomeProps, 'instances'>) {
  const { person } = useRoute();
  if (!isLoaded) return <Empty icon={Loader} title={strings.loading} />;
  if (instance === undefined) return <Empty icon={QrCode} title={words.none} hint={words.noneHint} />;
  if (instance.qrCode !== null) return <PairingScreen key={instance.name} instance={instance} />;
  if (instance.state === 'connecting') {
    return <Empty icon={Loader} title={words.reconnecting} hint={words.reconnectingHint} />;
  }
  if (instance.state === 'close') return <Empty icon={Unplug} title={words.closed} hint={words.closedHint} />;
  if (chats?.length === 0) return <Empty icon={Inbox} title={words.noChats} hint={words.noChatsHint} />;
  return (
    <ul aria-label={strings.chat.list} className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
      {(chats ?? []).map((summary) => (
        <ChatRow
          key={summary.chat}
          summary={summary}
          side="business"
          href={writeRoute({ mode: 'business', person, instance: instance.name, chat: summary.chat })}
        />
      ))}
    </ul>
  );
}
