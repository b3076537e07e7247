import { useQuery } from '@tanstack/react-query';
import { chatsQuery, stateQuery } from '../api/queries';
import { ChatScreen } from '../chat/chat-screen';
import { PhoneFrame } from '../components/phone-frame';
import { ThreeColumns } from '../components/three-columns';
import { strings } from '../strings';
import { go, useRoute } from '../use-route';
import { BusinessHome } from './business-home';
import { DetailsPanel } from './details-panel';
import { NumbersPanel } from './numbers-panel';

/** The phone that is paired with a number of the business. */
export function BusinessScreen() {
  const route = useRoute();
  const { data: state } = useQuery(stateQuery);
  const instances = state?.instances ?? [];
  // What waits to be read comes first: that is what a visitor is here for.
  const waiting = instances.find(({ qrCode }) => qrCode !== null);
  const current = instances.find(({ name }) => name === route.instance) ?? waiting ?? instances[0];
  const { data: chats } = useQuery({
    ...chatsQuery({ instance: current?.name ?? '' }),
    enabled: current !== undefined,
  });
  const open = current?.state === 'open' ? chats?.find(({ chat }) => chat === route.chat) : undefined;
  return (
    <ThreeColumns
      title={strings.modes.business}
      leftLabel={strings.business.numbers}
      rightLabel={strings.business.details}
      left={<NumbersPanel instances={instances} current={current?.name} />}
      right={<DetailsPanel instance={current} />}
    >
      <PhoneFrame label={strings.modes.business}>
        {open !== undefined && current !== undefined ? (
          <ChatScreen
            summary={open}
            side="business"
            address={open.isGroup ? open.chat : open.number}
            onBack={() => go({ mode: 'business', instance: current.name, person: route.person })}
          />
        ) : (
          <BusinessHome
            instance={current}
            instances={instances}
            chats={chats}
            isLoaded={state !== undefined}
          />
        )}
      </PhoneFrame>
    </ThreeColumns>
  );
}
