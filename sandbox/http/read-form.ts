import express, { type Request, type RequestHandler } from 'express';

const files = new WeakMap<Request, UploadedFile[]>();

export interface UploadedFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** The files of a form that `readForm` has read, in their order. */
export function uploadedFiles(req: Request): UploadedFile[] {
  return files.get(req) ?? [];
}

interface FormOptions {
  /** As Express writes sizes: `26mb`. */
  limit: string;
  /** The refusal of a form that cannot be read. */
  refuse: () => Error;
}

/**
 * Reads multipart/form-data. The body becomes the form's fields, and of a file what it is called: the journal shows
 * bodies, and bytes are nothing to show.
 */
export function readForm({ limit, refuse }: FormOptions): RequestHandler[] {
  return [
    express.raw({ type: 'multipart/form-data', limit }),
    (req, _res, next) => {
      const raw: unknown = req.body;
      if (!Buffer.isBuffer(raw)) {
        next();
        return;
      }
      parse(req, raw, refuse).then(() => next(), next);
    },
  ];
}

async function parse(req: Request, raw: Buffer, refuse: () => Error): Promise<void> {
  const headers = { 'content-type': req.get('content-type') ?? '' };
  // Meant for browsers' small forms, says its type; here every form is small and whole already.
  // oxlint-disable-next-line typescript/no-deprecated
  const form = await new Response(new Uint8Array(raw), { headers }).formData().catch(() => {
    throw refuse();
  });
  const body: Record<string, unknown> = {};
  const uploaded: UploadedFile[] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') {
      body[name] = value;
      continue;
    }
    const bytes = Buffer.from(await value.arrayBuffer());
    uploaded.push({ name: value.name, type: value.type, bytes });
    body[name] = { name: value.name, type: value.type, size: bytes.length };
  }
  files.set(req, uploaded);
  req.body = body;
}
