import type { Request } from 'express';

/** One path parameter; Express types allow a list, which only wildcard routes produce. */
export function param(req: Request, name: string): string {
  const value = req.params[name];
  return typeof value === 'string' ? value : '';
}
