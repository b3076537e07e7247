import { ChevronDown, PlugZap } from 'lucide-react';
import { useState } from 'react';
import type { ChatSummary, CustomerView } from '../../../control/views';
import { ChatRow } from '../chat/chat-row';
import { Avatar } from '../components/avatar';
import { Empty } from '../components/empty';
import { Modal } from '../components/modal';
import { ScreenBar } from '../components/screen-bar';
import { ThemeButton } from '../components/theme-button';
import { formatNumber } from '../format/number';
import { strings } from '../strings';
import { writeRoute } from '../use-route';
import { PeoplePanel } from './people-panel';

interface CustomerHomeProps {
  person: CustomerView | undefined;
  people: CustomerView[];
  chats: ChatSummary[] | undefined;
}

/** Who one is, and the businesses one can write to. */
export function CustomerHome({ person, people, chats }: CustomerHomeProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { who, change, nobody, nobodyHint, goToBusiness } = strings.customer;
  return (
    <>
      <ScreenBar>
        <Avatar name={person?.name ?? ''} />
        <div className="min-w-0 flex-1">
          <p className="text-xs text-muted">{who}</p>
          <h2 className="truncate font-semibold">{person?.name ?? strings.loading}</h2>
        </div>
        <button
          type="button"
          onClick={() => setIsChoosing(true)}
          className="inline-flex min-h-11 items-center gap-1 rounded-control px-2 text-[13px] text-primary-text hover:bg-raised md:hidden"
        >
          {change}
          <ChevronDown className="size-4" aria-hidden />
        </button>
        <ThemeButton className="md:hidden" />
        <span className="hidden text-xs text-muted md:inline">{formatNumber(person?.number ?? '')}</span>
      </ScreenBar>
      {chats?.length === 0 ? (
        <Empty icon={PlugZap} title={nobody} hint={nobodyHint}>
          <a
            href={writeRoute({ mode: 'business', person: person?.number })}
            className="inline-flex min-h-10 items-center rounded-control bg-primary px-4 font-medium text-white hover:bg-primary-hover"
          >
            {goToBusiness}
          </a>
        </Empty>
      ) : (
        <ul aria-label={strings.chat.list} className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
          {(chats ?? []).map((summary) => (
            <ChatRow
              key={`${summary.instance} ${summary.chat}`}
              summary={summary}
              side="customer"
              href={writeRoute({
                mode: 'customer',
                person: person?.number,
                instance: summary.instance,
                chat: summary.chat,
              })}
            />
          ))}
        </ul>
      )}
      <Modal isOpen={isChoosing} onClose={() => setIsChoosing(false)} title={change}>
        <PeoplePanel people={people} current={person?.number} onPicked={() => setIsChoosing(false)} isBare />
      </Modal>
    </>
  );
}
