/** What one expression, template or pattern may cost. Counted, never timed, so that it is the same on every machine. */
export const EXPRESSION_LIMITS = {
  expressionCharacters: 2000,
  templateCharacters: 8192,
  patternCharacters: 200,
  /** Counted repetition inside a pattern, multiplied through nesting. */
  patternRepeats: 1000,
  depth: 24,
  nodes: 400,
  listElements: 200,
  callArguments: 8,
  /** Comprehensions inside comprehensions. */
  macroDepth: 3,
  /** One for each node evaluated, one for each 64 characters or 8 elements of a value that came out. */
  steps: 20_000,
  /** Characters of a text, elements of a list on the way. */
  text: 20_000,
  list: 1000,
  /** Characters, as JSON, of all that an expression may look at. */
  scope: 500_000,
  /** Characters a pattern is tried on. */
  subject: 4096,
  placeholders: 100,
  filters: 10,
} as const;
