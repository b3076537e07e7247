import * as z from 'zod';
import { MEDIA_RULES } from '../../../media/media-rules';
import { type Found, defineNode, port, words, write } from '../../define-node';
import { FLOW_LIMITS } from '../../limits';
import { addressFindings, anyAddress, reference } from '../fields';

const schema = z.object({
  type: z.enum(['image', 'audio', 'video', 'document']),
  from: z.discriminatedUnion('by', [
    z.object({ by: z.literal('url'), url: anyAddress }),
    /** One of the tenant's files: what it is was noted when it was chosen. */
    z.object({
      by: z.literal('file'),
      fileId: reference,
      mimeType: z.string().max(100).optional(),
      bytes: z.int().min(0).optional(),
    }),
  ]),
  caption: z.string().max(FLOW_LIMITS.caption).default(''),
  alt: z.string().max(500).default(''),
  fileName: z.string().max(200).default(''),
});

export const sendMedia = defineNode({
  kind: 'send_media',
  version: 1,
  family: 'action',
  schema,
  initial: { type: 'image' },
  words: words(
    ['Enviar mídia', 'Envia imagem, áudio, vídeo ou documento, com legenda.'],
    ['Send media', 'Sends an image, audio, video or document, with a caption.'],
    ['Enviar archivo', 'Envía imagen, audio, video o documento, con leyenda.'],
  ),
  canFail: true,
  ports: () => [port('out')],
  outputs: () => ({ idMensagem: 'text' }),
  references: ({ from }) =>
    from.by === 'file' ? [{ type: 'file', id: from.fileId, field: 'from.fileId' }] : [],
  writings: ({ from }) => [
    write('template', 'caption'),
    write('template', 'fileName'),
    ...(from.by === 'url' ? [write('template', 'from', 'url')] : []),
  ],
  check: ({ type, from }) => {
    if (from.by === 'url') return addressFindings(from.url, 'from.url');
    const { most, types } = MEDIA_RULES[type];
    const found: Found[] = [];
    if ((from.bytes ?? 0) > most * 1_048_576) {
      found.push({ code: 'file_too_large', field: 'from.fileId', data: { most } });
    }
    if (from.mimeType !== undefined && types && !types.some((each) => each === from.mimeType)) {
      found.push({ code: 'file_type_unsupported', field: 'from.fileId', data: { type: from.mimeType } });
    }
    return found;
  },
  messages: () => 1,
  summary: ({ type, caption }) => (caption === '' ? type : `${type}: ${caption}`),
});
