/** A refusal in OpenAI's shape. */
export class OpenAiError extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly param: string | null;

  constructor(status: number, message: string, details: { code?: string; param?: string } = {}) {
    super(message);
    this.name = 'OpenAiError';
    this.status = status;
    this.code = details.code ?? null;
    this.param = details.param ?? null;
  }
}

export function invalidRequest(message: string, param: string, code?: string): OpenAiError {
  return new OpenAiError(400, message, code === undefined ? { param } : { param, code });
}

export function openAiErrorBody(error: OpenAiError): unknown {
  const { message, status, param, code } = error;
  return { error: { message, type: typeOf(status), param, code } };
}

/** What OpenAI says for a status nobody gave words to. */
export function openAiStatusBody(status: number): unknown {
  if (status === 429) {
    const message = 'Rate limit reached for requests. Please try again later.';
    return openAiErrorBody(new OpenAiError(429, message, { code: 'rate_limit_exceeded' }));
  }
  if (status === 503) {
    const message = 'The engine is currently overloaded, please try again later';
    return openAiErrorBody(new OpenAiError(503, message, { code: 'server_is_overloaded' }));
  }
  return openAiErrorBody(
    new OpenAiError(status, 'The server had an error while processing your request. Sorry about that!'),
  );
}

function typeOf(status: number): string {
  if (status === 429) return 'requests';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}
