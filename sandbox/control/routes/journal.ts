import { Router } from 'express';
import { z } from 'zod';
import { redact } from '../../journal/redact';
import type { World } from '../../world';
import { parse } from '../parse';

const querySchema = z.object({
  system: z.enum(['evolution', 'openai', 'chatwoot', 'smtp', 'webhook']).optional(),
  after: z.coerce.number().int().default(0).describe('Only entries with a higher seq.'),
  limit: z.coerce.number().int().min(1).max(4_000).default(100),
});

export function journalRoutes({ journal }: World): Router {
  const router = Router();
  /** Newest first. */
  router.get('/', (req, res) => {
    const { system, after, limit } = parse(querySchema, req.query);
    const entries = journal.list(system).filter(({ seq }) => seq > after);
    res.json(entries.slice(-limit).toReversed().map(redact));
  });
  router.delete('/', (_req, res) => {
    journal.clear();
    res.status(204).end();
  });
  return router;
}
