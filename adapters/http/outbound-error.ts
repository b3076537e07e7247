/**
 * refused_address: it leads inward, or is none we call. invalid_request: it could not be written as HTTP.
 * timeout, unreachable: nobody answered. too_large, unreadable: somebody did, with what we do not take.
 */
export type OutboundReason =
  | 'refused_address'
  | 'invalid_request'
  | 'timeout'
  | 'unreachable'
  | 'too_large'
  | 'too_many_redirects'
  | 'unreadable';

/** A call to another system that ended without an answer we can use. Its words are fit for people who build flows. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';

  constructor(
    readonly reason: OutboundReason,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }
}
