/** Why the control API refused. */
class CallError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CallError';
    this.code = code;
  }
}

/**
 * Calls the control API; addresses are relative, so that the page may live below a path. The server is in the same
 * package and answers with the types of `control/views`; nobody in between changes them.
 */
export async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`control/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw errorOf(text, answer.status);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

function errorOf(text: string, status: number): CallError {
  try {
    const { error } = refusalIn(text);
    return new CallError(error.code, error.message);
  } catch {
    return new CallError('unknown', `HTTP ${status}`);
  }
}

/** Every refusal of the control API has this shape. */
function refusalIn(text: string): { error: { code: string; message: string } } {
  return JSON.parse(text) as { error: { code: string; message: string } };
}
