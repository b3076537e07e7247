import type { Request, Response } from 'express';
import { param } from '../../http/param';
import type { World } from '../../world';
import type { Attachment } from '../state/rows';

/** An attachment's address asks for no token, and only sends on to where the file is for now. */
export function redirectToFile(world: World) {
  return (req: Request, res: Response): void => {
    const file = fileIn(world, req);
    if (file === undefined) {
      res.status(404).end();
      return;
    }
    const name = encodeURIComponent(file.fileName);
    res.redirect(302, `${world.chatwootUrl()}/rails/active_storage/disk/${file.key}/${name}`);
  };
}

export function serveFile(world: World) {
  return (req: Request, res: Response): void => {
    const file = fileIn(world, req);
    if (file === undefined) {
      res.status(404).end();
      return;
    }
    res.set({ 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' });
    res.type(file.mimetype).send(Buffer.from(file.base64, 'base64'));
  };
}

function fileIn(world: World, req: Request): Attachment | undefined {
  return world.state.chatwoot.attachment(param(req, 'key'));
}
