import type { Request, RequestHandler } from 'express';
import { sufferBefore } from '../../faults/faulty-answer';
import { journalCall } from '../../http/journal-call';
import { param } from '../../http/param';
import type { World } from '../../world';
import { chatwootStatusBody, notFound } from '../chatwoot-error';
import type { Attachment } from '../state/rows';

/** An attachment's address asks for no token, and only sends on to where the file is for now. */
export function redirectToFile(world: World): RequestHandler {
  return (req, res) => {
    const { key, fileName } = fileIn(world, req);
    res.redirect(
      302,
      `${world.chatwootUrl()}/rails/active_storage/disk/${key}/${encodeURIComponent(fileName)}`,
    );
  };
}

export function serveFile(world: World): RequestHandler {
  return async (req, res) => {
    const entry = journalCall(world.journal, 'chatwoot', req, res);
    const faults = world.faults.take('chatwoot.files', { method: req.method });
    entry.faults = faults.map(({ kind }) => kind);
    const exchange = { res, clock: world.clock, errorBody: chatwootStatusBody };
    if (await sufferBefore(faults, exchange)) return;
    const { mimetype, base64 } = fileIn(world, req);
    res.set({ 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' });
    res.type(mimetype).send(Buffer.from(base64, 'base64'));
  };
}

function fileIn(world: World, req: Request): Attachment {
  const file = world.state.chatwoot.attachment(param(req, 'key'));
  if (file === undefined) throw notFound();
  return file;
}
