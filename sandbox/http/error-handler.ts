import type { ErrorRequestHandler, Response } from 'express';

/** Lets a router put every failure into its vendor's shape; what was already begun is only cut off. */
export function errorHandler(
  closing: AbortSignal,
  answer: (error: unknown, res: Response) => void,
): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) next(error);
    else if (closing.aborted) res.destroy();
    else answer(error, res);
  };
}
