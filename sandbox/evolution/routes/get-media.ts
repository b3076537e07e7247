import type { RouteHandler } from '../../http/stand-in-route';
import type { World } from '../../world';
import { notEmpty, object } from '../body-fields';
import { badRequest } from '../evolution-error';
import { guardInstance } from '../guards';
import { textOf } from '../message-content';
import { validateBody } from '../validate-body';

const schema = object({ message: object({ key: object({ id: notEmpty('id') }) }) });

/** The bytes behind a media message, which its own URL does not give. */
export function getBase64FromMediaMessage(world: World): RouteHandler {
  return (req) => {
    const instance = guardInstance(world, req);
    const { id } = validateBody(schema, req.body).message.key;
    const stored = world.state.messages.find(id, instance.name);
    if (stored === undefined) throw badRequest('Message not found');
    const { media } = stored;
    if (media?.base64 == null) throw badRequest('The message is not of the media type');
    const bytes = String(Buffer.from(media.base64, 'base64').length);
    const body = {
      mediaType: `${media.kind}Message`,
      fileName: media.fileName ?? `${id}.bin`,
      caption: textOf(stored),
      size: { fileLength: bytes, height: null, width: null },
      mimetype: media.mimetype,
      base64: media.base64,
      buffer: null,
    };
    return { status: 201, body };
  };
}
