import * as z from 'zod';
import { MEDIA_KINDS } from '../../../domain/media/media';
import { FILE_MAX_BYTES } from '../../../domain/media/media-rules';
import { addFile, listFiles, removeFile, requireFile } from '../../../services/media/company-files';
import type { CompanyFile } from '../../../prisma/generated/client';
import { endpoint } from '../../endpoint';
import { idParams, time } from '../../schemas';
import { storedFileEndpoints } from '../media/stored-file-endpoints';
import { readBytes } from './read-bytes';

const fileSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(MEDIA_KINDS).describe('What it may be sent as'),
  mimetype: z.string().describe('By its bytes'),
  bytes: z.int(),
  createdAt: time,
});

const usedFileSchema = fileSchema.extend({
  usedBy: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        acts: z
          .boolean()
          .describe(
            'A published version sends it, or one with runs: it cannot be removed. Otherwise the draft does',
          ),
      }),
    )
    .describe('Automations, by name'),
});

const bodyOf = <F extends CompanyFile>({ createdAt, ...file }: F) => ({
  ...file,
  createdAt: createdAt.toISOString(),
});

const listFilesEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/files',
  tag: 'files',
  summary: 'The company’s own files, newest first, and what each is used by',
  role: 'ORG_AGENT',
  responses: { 200: z.object({ items: z.array(usedFileSchema) }) },
  async handle({ deps, ctx }) {
    return { status: 200, body: { items: (await listFiles(deps, ctx)).map((file) => bodyOf(file)) } };
  },
});

const addFileEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/files',
  tag: 'files',
  summary: 'Keep a file for automations to send',
  description:
    'The body is the file itself, as `application/octet-stream`: 16 MB at most, 5 MB of a picture. What it is, is read from its bytes.',
  role: 'ORG_MANAGER',
  query: z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((name) => !/\p{Cc}/u.test(name) && name.isWellFormed()),
    kind: z.enum(MEDIA_KINDS),
  }),
  responses: { 201: fileSchema },
  async handle({ deps, ctx, query, req }) {
    const bytes = await readBytes(req, FILE_MAX_BYTES);
    return { status: 201, body: bodyOf(await addFile(deps, ctx, { ...query, bytes })) };
  },
});

const removeFileEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/files/{id}',
  tag: 'files',
  summary: 'Remove a file that no published automation sends',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await removeFile(deps, ctx, params.id);
    return { status: 204 };
  },
});

const bytesEndpoints = storedFileEndpoints({
  path: '/api/v1/files',
  summary: 'The bytes of a file',
  description:
    'Takes Range. Pictures, sound and film come as what they are, to be shown in their place; documents are for saving.',
  async find(deps, ctx, id) {
    const file = await requireFile(deps, ctx, id);
    return { ...file, fileName: file.name };
  },
});

/** Files of the tenant's own. */
export const fileEndpoints = [listFilesEndpoint, addFileEndpoint, removeFileEndpoint, ...bytesEndpoints];
