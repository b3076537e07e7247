/** A refusal, in the body Rails answers it with. */
export class ChatwootError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`Chatwoot answers ${status}`);
    this.name = 'ChatwootError';
    this.status = status;
    this.body = body;
  }
}

export function notFound(): ChatwootError {
  return new ChatwootError(404, { error: 'Resource could not be found' });
}

export function unauthorized(error: string): ChatwootError {
  return new ChatwootError(401, { error });
}

/** A record that did not pass its validations: whole sentences, and the attributes they are about. */
export function recordInvalid(problems: { attribute: string; message: string }[]): ChatwootError {
  const message = problems.map((problem) => `${humanName(problem.attribute)} ${problem.message}`).join(', ');
  return new ChatwootError(422, { message, attributes: problems.map(({ attribute }) => attribute) });
}

export function couldNotCreate(error: string): ChatwootError {
  return new ChatwootError(422, { error });
}

/** What Rails, or Rack::Attack in front of it, says for a status nobody gave words to. */
export function chatwootStatusBody(status: number): unknown {
  if (status === 429) return 'Retry later\n';
  if (status === 401) return { error: 'Invalid Access Token' };
  if (status === 404) return { error: 'Resource could not be found' };
  return { status, error: status >= 500 ? 'Internal Server Error' : 'Bad Request' };
}

function humanName(attribute: string): string {
  const words = attribute.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
