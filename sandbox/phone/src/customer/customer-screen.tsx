import { useQuery } from '@tanstack/react-query';
import { chatsQuery, stateQuery } from '../api/queries';
import { ChatScreen } from '../chat/chat-screen';
import { PhoneFrame } from '../components/phone-frame';
import { ThreeColumns } from '../components/three-columns';
import { strings } from '../strings';
import { go, useRoute } from '../use-route';
import { CustomerHome } from './customer-home';
import { DeliveriesPanel } from './deliveries-panel';
import { PeoplePanel } from './people-panel';

/** The phone of somebody who writes to a business. */
export function CustomerScreen() {
  const route = useRoute();
  const { data: state } = useQuery(stateQuery);
  const person = state?.customers.find(({ number }) => number === route.person) ?? state?.customers[0];
  const { data: chats } = useQuery({
    ...chatsQuery({ customer: person?.number ?? '' }),
    enabled: person !== undefined,
  });
  const open = chats?.find(({ instance, chat }) => instance === route.instance && chat === route.chat);
  return (
    <ThreeColumns
      title={strings.modes.customer}
      leftLabel={strings.customer.people}
      rightLabel={strings.deliveries.title}
      left={<PeoplePanel people={state?.customers ?? []} current={person?.number} />}
      right={<DeliveriesPanel chat={open} number={person?.number} />}
    >
      <PhoneFrame label={strings.modes.customer}>
        {open !== undefined && person !== undefined ? (
          <ChatScreen
            summary={open}
            side="customer"
            address={person.number}
            onBack={() => go({ mode: 'customer', person: person.number })}
          />
        ) : (
          <CustomerHome person={person} people={state?.customers ?? []} chats={chats} />
        )}
      </PhoneFrame>
    </ThreeColumns>
  );
}
