import { z } from 'zod';
import type { RouteHandler } from '../../http/stand-in-route';
import type { World } from '../../world';
import { delay, flag, number, object, quoted, text } from '../body-fields';
import { badRequest } from '../evolution-error';
import { guardInstance } from '../guards';
import { textContent } from '../message-content';
import { sendMessage } from '../send-message';
import { validateBody } from '../validate-body';

const schema = object({
  number: number(),
  text: text(),
  delay: delay().optional(),
  linkPreview: flag().optional(),
  quoted: quoted().optional(),
  mentionsEveryOne: flag().optional(),
  mentioned: z.array(text()).optional(),
});

export function sendText(world: World): RouteHandler {
  return async (req) => {
    const instance = guardInstance(world, req);
    const body = validateBody(schema, req.body);
    if (body.text.trim() === '') throw badRequest('Text is required');
    const sent = await sendMessage(world, {
      instance,
      number: body.number,
      content: textContent(body.text),
      delay: body.delay,
      quotedId: body.quoted?.key.id,
    });
    return { status: 201, body: sent };
  };
}
