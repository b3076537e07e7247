import type { RouteHandler } from '../../http/stand-in-route';
import type { Media } from '../../state/message';
import type { World } from '../../world';
import { delay, number, object, oneOf, quoted, text } from '../body-fields';
import { badRequest } from '../evolution-error';
import { guardInstance } from '../guards';
import { mediaContent } from '../message-content';
import { sendMessage } from '../send-message';
import { validateBody } from '../validate-body';

const schema = object({
  number: number(),
  mediatype: oneOf(['image', 'document', 'video', 'audio']),
  mimetype: text().optional(),
  media: text().optional(),
  fileName: text().optional(),
  caption: text().optional(),
  delay: delay().optional(),
  quoted: quoted().optional(),
});

const MIMETYPES: Record<string, string> = {
  image: 'image/png',
  video: 'video/mp4',
  audio: 'audio/ogg; codecs=opus',
  document: 'application/pdf',
};

export function sendMedia(world: World): RouteHandler {
  return async (req) => {
    const instance = guardInstance(world, req);
    const body = validateBody(schema, req.body);
    const source = mediaSource(body.media);
    if (body.mediatype === 'document' && source.base64 !== null && body.fileName === undefined) {
      throw badRequest('For base64 the file name must be informed.');
    }
    const media: Media = {
      kind: body.mediatype,
      mimetype: body.mimetype ?? MIMETYPES[body.mediatype] ?? 'application/octet-stream',
      fileName: body.fileName ?? null,
      ...source,
    };
    const sent = await sendMessage(world, {
      instance,
      number: body.number,
      content: mediaContent(media, body.caption),
      delay: body.delay,
      quotedId: body.quoted?.key.id,
    });
    return { status: 201, body: sent };
  };
}

function mediaSource(media: string | undefined): Pick<Media, 'base64' | 'url'> {
  if (media !== undefined && /^https?:\/\//.test(media)) return { base64: null, url: media };
  if (media !== undefined && /^[A-Za-z0-9+/]+={0,2}$/.test(media)) return { base64: media, url: null };
  throw badRequest('Owned media must be a url or base64');
}
