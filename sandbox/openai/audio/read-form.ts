import express, { type Request, type RequestHandler } from 'express';
import { invalidRequest } from '../openai-error';

/** OpenAI takes 25 MB of sound; a little more is for the rest of the form. */
const FORM_LIMIT = '26mb';

const files = new WeakMap<Request, UploadedFile>();

export interface UploadedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** The file of a form that `readForm` has read. */
export function uploadedFile(req: Request): UploadedFile | undefined {
  return files.get(req);
}

/**
 * Reads multipart/form-data. The body becomes the form's fields, and of the file what it is called: the journal shows
 * bodies, and bytes are nothing to show.
 */
export const readForm: RequestHandler[] = [
  express.raw({ type: 'multipart/form-data', limit: FORM_LIMIT }),
  (req, _res, next) => {
    const raw: unknown = req.body;
    if (!Buffer.isBuffer(raw)) {
      next();
      return;
    }
    parse(req, raw).then(() => next(), next);
  },
];

async function parse(req: Request, raw: Buffer): Promise<void> {
  const headers = { 'content-type': req.get('content-type') ?? '' };
  // Meant for browsers' small forms, says its type; here every form is small and whole already.
  // oxlint-disable-next-line typescript/no-deprecated
  const form = await new Response(new Uint8Array(raw), { headers }).formData().catch(() => {
    throw invalidRequest('Could not parse multipart form', 'body');
  });
  const body: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') {
      body[name] = value;
      continue;
    }
    const bytes = Buffer.from(await value.arrayBuffer());
    files.set(req, { name: value.name, type: value.type, bytes });
    body[name] = { name: value.name, type: value.type, size: bytes.length };
  }
  req.body = body;
}
