const NAMES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
};

/** A refusal in Evolution's envelope; `message` is a list, or a bare string for 401 and unforeseen failures. */
export class EvolutionError extends Error {
  readonly status: number;
  readonly details: unknown;

  constructor(status: number, details: unknown) {
    super(typeof details === 'string' ? details : JSON.stringify(details));
    this.name = 'EvolutionError';
    this.status = status;
    this.details = details;
  }
}

export function evolutionErrorBody(status: number, details: unknown = 'Internal Server Error'): unknown {
  return { status, error: NAMES[status] ?? 'Internal Server Error', response: { message: details } };
}

export function badRequest(...details: unknown[]): EvolutionError {
  return new EvolutionError(400, details);
}

export function notFound(...details: string[]): EvolutionError {
  return new EvolutionError(404, details);
}

/** What Baileys throws when its socket is down; Evolution hands it on as a 500 with a bare string. */
export function connectionClosed(): EvolutionError {
  return new EvolutionError(500, 'Connection Closed');
}
