import { Router } from 'express';
import { faultInputSchema } from '../../faults/fault';
import { param } from '../../http/param';
import type { World } from '../../world';
import { missing } from '../control-error';
import { parse } from '../parse';

export function faultRoutes({ faults }: World): Router {
  const router = Router();
  router.get('/', (_req, res) => {
    res.json(faults.list());
  });
  router.post('/', (req, res) => {
    res.status(201).json(faults.add(parse(faultInputSchema, req.body)));
  });
  router.delete('/', (_req, res) => {
    faults.clear();
    res.status(204).end();
  });
  router.delete('/:id', (req, res) => {
    if (!faults.remove(param(req, 'id'))) throw missing('fault', param(req, 'id'));
    res.status(204).end();
  });
  return router;
}
