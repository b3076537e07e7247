import * as z from 'zod';
import type { Deps } from '../../../services/deps';
import { readMediaLink } from '../../../services/media/media-link';
import { type ApiDeps, endpoint, publicEndpoint, type Reply } from '../../endpoint';
import { idParams } from '../../schemas';
import { linkSchema, linkTo } from './link';
import { sendFile } from './send-file';

type Found = Parameters<typeof sendFile>[1];

interface StoredFiles {
  /** Of the collection; its tag is the last part. */
  path: `/api/v1/${string}`;
  summary: string;
  description: string;
  /** @throws NotFoundError also for a file that is not this tenant's */
  find: (deps: Pick<Deps, 'db'>, ctx: { tenantId: string }, id: string) => Promise<Found>;
}

/** The ways to the bytes of a kept file: with a session, and by a link for players and pictures, which have none. */
export function storedFileEndpoints({ path, summary, description, find }: StoredFiles) {
  const tag = path.slice(path.lastIndexOf('/') + 1);
  const reply = async (deps: ApiDeps, ctx: { tenantId: string }, id: string): Promise<Reply> => {
    const file = await find(deps, ctx, id);
    return { status: 200, write: (req, res) => sendFile(deps.mediaStore, file, req, res) };
  };
  return [
    endpoint({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary,
      description,
      role: 'ORG_AGENT',
      params: idParams,
      responses: { 200: null, 206: null },
      handle: ({ deps, ctx, params }) => reply(deps, ctx, params.id),
    }),
    endpoint({
      method: 'get',
      path: `${path}/{id}/link`,
      tag,
      summary: 'An address for players and pictures',
      description: 'It opens this file without a session, for some minutes.',
      role: 'ORG_AGENT',
      params: idParams,
      responses: { 200: linkSchema },
      async handle({ deps, ctx, params }) {
        await find(deps, ctx, params.id);
        return { status: 200, body: linkTo(deps, ctx, `${path}/${params.id}`, params.id) };
      },
    }),
    publicEndpoint({
      method: 'get',
      path: `${path}/{id}/file`,
      tag,
      summary: 'The same bytes, opened by a link',
      description: `The key comes from /link and is for this file alone. ${description}`,
      params: idParams,
      query: z.object({ key: z.string().max(200) }),
      responses: { 200: null, 206: null },
      async handle({ deps, params, query }) {
        const { tenantId } = readMediaLink(deps.env.jwtSecret, params.id, query.key);
        return reply(deps, { tenantId }, params.id);
      },
    }),
  ];
}
