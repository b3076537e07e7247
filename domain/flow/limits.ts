/** Hard limits of every flow; a plan may be stricter (CheckContext.limits). */
export const FLOW_LIMITS = {
  nodes: 200,
  /** Above this, advice: use a sub-flow. */
  advisedNodes: 60,
  edges: 800,
  notes: 200,
  variables: 100,
  /** Characters of one document as JSON. */
  documentCharacters: 1_000_000,
  /** Characters of one WhatsApp text, and of a caption. */
  text: 4096,
  caption: 1024,
  /** WhatsApp reply buttons, their characters, and rows of a list. */
  buttons: 3,
  buttonCharacters: 20,
  listRows: 10,
  listRowCharacters: 24,
  /** Messages in a row after which people stop reading. */
  messagesInARow: 3,
  subflowDepth: 5,
  promptCharacters: 8000,
  /** Advice: longer prompts are slower and dearer. */
  advisedPromptCharacters: 4000,
} as const;

/** Seconds. */
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
