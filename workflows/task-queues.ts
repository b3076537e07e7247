/** The conversation workflow and its turn, which therefore starts without a hop. */
export const CONVERSATION_QUEUE = 'conversation';
/** Sends that were not done at once, and people's messages. */
export const DELIVER_QUEUE = 'deliver';
/** What people's orders change. Somebody waits for it, behind no model, no provider and no system of a tenant. */
export const ORDER_QUEUE = 'order';
/** What waits for systems of tenants (calls of automations, Chatwoot): one that is slow must not hold up mail and sweeps. */
export const FLOW_QUEUE = 'flow';
/** Customers' files and texts to be indexed: large and slow, one behind the other, and not before mail and sweeps. */
export const FILES_QUEUE = 'files';
/** Mail, summaries, sweeps. */
export const BACKGROUND_QUEUE = 'background';
