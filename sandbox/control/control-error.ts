/** A refusal of the control API. */
export class ControlError extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: unknown;

  constructor(status: number, code: string, message: string, issues?: unknown) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
    this.code = code;
    this.issues = issues;
  }
}

export function missing(what: string, name: string): ControlError {
  return new ControlError(404, 'not_found', `There is no ${what} "${name}".`);
}
