import type { Request } from 'express';
import { readForm as reading, uploadedFiles, type UploadedFile } from '../../http/read-form';
import { invalidRequest } from '../openai-error';

/** OpenAI takes 25 MB of sound; a little more is for the rest of the form. */
const FORM_LIMIT = '26mb';

export const readForm = reading({
  limit: FORM_LIMIT,
  refuse: () => invalidRequest('Could not parse multipart form', 'body'),
});

/** The file of the form; of several, the last. */
export function uploadedFile(req: Request): UploadedFile | undefined {
  return uploadedFiles(req).at(-1);
}
