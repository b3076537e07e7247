/** What a route answers; writing it to the socket (or spoiling it on the way) is somebody else's work. */
export type Answer =
  | { status: number; body: unknown; headers?: Record<string, string> }
  | { status: number; events: unknown[]; headers?: Record<string, string> };

/** The bytes of an answer; a stream of events is written as server-sent events that end with [DONE]. */
export function encodeAnswer(answer: Answer): { type: string; text: string } {
  if ('events' in answer) {
    const lines = answer.events.map((event) => `data: ${JSON.stringify(event)}\n\n`);
    return { type: 'text/event-stream; charset=utf-8', text: `${lines.join('')}data: [DONE]\n\n` };
  }
  // Some calls answer nothing at all.
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  return { type: 'application/json; charset=utf-8', text };
}
