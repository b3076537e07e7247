import type { Fault } from '../../faults/fault';
import type { RouteHandler } from '../../http/stand-in-route';
import type { World } from '../../world';
import { notEmpty, object } from '../body-fields';
import { badRequest } from '../evolution-error';
import { guardInstance } from '../guards';
import { textOf } from '../message-content';
import { validateBody } from '../validate-body';

const schema = object({ message: object({ key: object({ id: notEmpty('id') }) }) });

/** What can be wrong with the bytes while everything around them looks right. */
function spoil(base64: string, fault: Fault | undefined): string {
  if (fault?.kind === 'truncated') return base64.slice(0, Math.floor(base64.length / 8) * 4);
  if (fault?.kind === 'oversized') return Buffer.alloc(fault.bytes, base64, 'base64').toString('base64');
  if (fault?.kind === 'otherType') return Buffer.from(PAGE.padEnd(base64.length)).toString('base64');
  return base64;
}

const PAGE = '<!DOCTYPE html><script>alert(document.cookie)</script>';

/** The bytes behind a media message, which its own URL does not give. */
export function getBase64FromMediaMessage(world: World): RouteHandler {
  return (req, faults) => {
    const instance = guardInstance(world, req);
    const { id } = validateBody(schema, req.body).message.key;
    const stored = world.state.messages.find(id, instance.name);
    if (stored === undefined) throw badRequest('Message not found');
    const { media } = stored;
    if (media?.base64 == null) throw badRequest('The message is not of the media type');
    const outcome = faults.find(({ kind }) => kind !== 'delay');
    // WhatsApp's store forgets; Evolution hands on the words of what tried to read from it.
    if (outcome?.kind === 'expired') {
      throw badRequest(
        'Error: Failed to fetch stream from https://mmg.whatsapp.net/v/t62.7118-24/sandbox.enc',
      );
    }
    const bytes = String(Buffer.byteLength(media.base64, 'base64'));
    const body = {
      mediaType: `${media.kind}Message`,
      fileName: media.fileName ?? `${id}.bin`,
      caption: textOf(stored),
      size: { fileLength: bytes, height: null, width: null },
      mimetype: media.mimetype,
      base64: spoil(media.base64, outcome),
      buffer: null,
    };
    return { status: 201, body };
  };
}
