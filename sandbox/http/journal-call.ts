import type { Request, Response } from 'express';
import type { Journal, ReceivedEntry } from '../journal/journal';

/** Notes a call in the journal; its status follows when it is over (null: no answer was sent). */
export function journalCall(
  journal: Journal,
  system: ReceivedEntry['system'],
  req: Request,
  res: Response,
): ReceivedEntry {
  const began = performance.now();
  const body: unknown = req.body;
  const entry = journal.received({
    at: Date.now(),
    system,
    method: req.method,
    path: req.originalUrl,
    headers: { ...req.headers },
    body,
    status: null,
    durationMs: null,
    faults: [],
  });
  res.once('close', () => {
    entry.status = res.writableFinished ? res.statusCode : null;
    entry.durationMs = Math.round(performance.now() - began);
    journal.touch();
  });
  return entry;
}
