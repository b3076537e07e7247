import { z } from 'zod';
import { ChatwootState, savedChatwootSchema } from '../chatwoot/state/chatwoot-state';
import { customerSchema } from './customer';
import { Customers } from './customers';
import { instanceSchema, type Instance } from './instance';
import { mailSchema, type Mail } from './mail';
import { storedMessageSchema } from './message';
import { MessageStore } from './message-store';
import { seedCustomers } from './seed-customers';

/** All that outlives a restart. */
export interface State {
  instances: Map<string, Instance>;
  customers: Customers;
  messages: MessageStore;
  /** Oldest first. */
  mails: Mail[];
  chatwoot: ChatwootState;
}

const savedSchema = z.object({
  version: z.literal(1),
  instances: z.array(instanceSchema),
  customers: z.array(customerSchema),
  messages: z.array(storedMessageSchema),
  mails: z.array(mailSchema),
  chatwoot: savedChatwootSchema.optional(),
});

export function freshState(): State {
  return {
    instances: new Map(),
    customers: new Customers(seedCustomers.map((customer) => ({ ...customer }))),
    messages: new MessageStore(),
    mails: [],
    chatwoot: new ChatwootState(),
  };
}

export function writeState(state: State): string {
  const saved: z.input<typeof savedSchema> = {
    version: 1,
    instances: [...state.instances.values()],
    customers: state.customers.all(),
    messages: state.messages.all(),
    mails: state.mails,
    chatwoot: state.chatwoot.saved(),
  };
  return JSON.stringify(saved);
}

/** Throws when the text is not what `writeState` wrote. */
export function readState(text: string): State {
  const saved = savedSchema.parse(JSON.parse(text));
  // A number that was waiting for its QR code to be read has to ask for a new one.
  const instances = saved.instances.map((instance) => ({
    ...instance,
    state: instance.state === 'connecting' ? settled(instance) : instance.state,
  }));
  return {
    instances: new Map(instances.map((instance) => [instance.name, instance])),
    customers: new Customers(saved.customers),
    messages: new MessageStore(saved.messages),
    mails: saved.mails,
    chatwoot: new ChatwootState(saved.chatwoot),
  };
}

function settled(instance: Instance): Instance['state'] {
  return instance.ownerJid === null ? 'close' : 'open';
}
