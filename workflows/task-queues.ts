/** The conversation workflow and its turn, which therefore starts without a hop. */
export const CONVERSATION_QUEUE = 'conversation';
/** Sends that were not done at once, and people's messages. */
export const DELIVER_QUEUE = 'deliver';
/** Indexing, mail, sweeps. */
export const BACKGROUND_QUEUE = 'background';
