import type { Request } from 'express';

/** One query parameter, or undefined when it is absent, empty or given twice. */
export function query(req: Request, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
