import { Router } from 'express';
import { param } from '../../http/param';
import { query } from '../../http/query';
import type { World } from '../../world';
import { missing } from '../control-error';

export function mailRoutes(world: World): Router {
  const router = Router();
  /** Newest first; `to` is a whole address. */
  router.get('/', (req, res) => {
    const to = query(req, 'to')?.toLowerCase();
    const mails = world.state.mails.filter(
      (mail) => to === undefined || mail.to.some((address) => address.toLowerCase() === to),
    );
    res.json(mails.toReversed());
  });
  router.get('/:id', (req, res) => {
    const mail = world.state.mails.find(({ id }) => id === param(req, 'id'));
    if (mail === undefined) throw missing('mail', param(req, 'id'));
    res.json(mail);
  });
  router.delete('/', (_req, res) => {
    world.state.mails.length = 0;
    world.changes.announce({ type: 'mails' });
    res.status(204).end();
  });
  return router;
}
