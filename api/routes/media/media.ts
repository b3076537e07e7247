import * as z from 'zod';
import { findStoredMedia } from '../../../services/media/find-media';
import { readMediaLink } from '../../../services/media/media-link';
import { type ApiDeps, endpoint, publicEndpoint, type Reply } from '../../endpoint';
import { idParams } from '../../schemas';
import { linkSchema, linkTo } from './link';
import { sendFile } from './send-file';

const BYTES =
  'Takes Range. Pictures, sound and film come as what their bytes are, to be shown in their place; all else is for saving.';

export const getMediaEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/media/{id}',
  tag: 'media',
  summary: 'The bytes of a file that a customer sent',
  description: `The id is the message’s. ${BYTES}`,
  role: 'ORG_AGENT',
  params: idParams,
  responses: { 200: null, 206: null },
  handle: ({ deps, ctx, params }) => fileReply(deps, ctx, params.id),
});

export const linkMediaEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/media/{id}/link',
  tag: 'media',
  summary: 'An address for players and pictures',
  description: 'It opens this file without a session, for some minutes.',
  role: 'ORG_AGENT',
  params: idParams,
  responses: { 200: linkSchema },
  async handle({ deps, ctx, params }) {
    const { id } = await findStoredMedia(deps, ctx, params.id);
    return { status: 200, body: linkTo(deps, ctx, `/api/v1/media/${id}`, id) };
  },
});

export const getMediaFileEndpoint = publicEndpoint({
  method: 'get',
  path: '/api/v1/media/{id}/file',
  tag: 'media',
  summary: 'The same bytes, opened by a link',
  description: `The key comes from /link and is for this file alone. ${BYTES}`,
  params: idParams,
  query: z.object({ key: z.string().max(200) }),
  responses: { 200: null, 206: null },
  async handle({ deps, params, query }) {
    const { tenantId } = readMediaLink(deps.env.jwtSecret, params.id, query.key);
    return fileReply(deps, { tenantId }, params.id);
  },
});

async function fileReply(deps: ApiDeps, ctx: { tenantId: string }, id: string): Promise<Reply> {
  const file = await findStoredMedia(deps, ctx, id);
  return { status: 200, write: (req, res) => sendFile(deps.mediaStore, file, req, res) };
}
