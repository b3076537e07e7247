import { Router } from 'express';
import { z } from 'zod';
import { deleteMessage } from '../../evolution/delete-message';
import { editMessage } from '../../evolution/edit-message';
import { resendEvent } from '../../evolution/resend-event';
import type { World } from '../../world';
import { ControlError, missing } from '../control-error';
import { messageIn } from '../lookup';
import { chatView } from '../message-view';
import { parse } from '../parse';

const editSchema = z.strictObject({ text: z.string().min(1).max(70_000) });
const resendSchema = z.strictObject({
  times: z.int().min(1).max(1_000).default(1),
  parallel: z.boolean().default(true),
});

export function messageRoutes(world: World): Router {
  const router = Router();
  router.patch('/:id', (req, res) => {
    const message = messageIn(world, req);
    if (message.wire.messageType !== 'conversation') {
      throw new ControlError(409, 'not_text', 'Only texts can be edited.');
    }
    editMessage(world, message, parse(editSchema, req.body).text);
    res.json(chatView(world, [message])[0]);
  });
  router.delete('/:id', (req, res) => {
    deleteMessage(world, messageIn(world, req));
    res.status(204).end();
  });
  router.post('/:id/resend', (req, res) => {
    const message = messageIn(world, req);
    const { times, parallel } = parse(resendSchema, req.body);
    void resendEvent(world, message, { times, parallel });
    res.status(202).json({ times, parallel });
  });
  return router;
}

/** The bytes of a message's media, for the page to show. */
export function mediaRoutes(world: World): Router {
  const router = Router();
  router.get('/:id', (req, res) => {
    const message = messageIn(world, req);
    const base64 = message.media?.base64;
    if (base64 == null) throw missing('media of message', message.wire.key.id);
    // Whatever was sent, the browser must not run it as a page of ours.
    res.set({ 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' });
    res.type(message.media?.mimetype ?? 'application/octet-stream').send(Buffer.from(base64, 'base64'));
  });
  return router;
}
