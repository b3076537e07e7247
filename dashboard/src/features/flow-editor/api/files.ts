import { get, send } from './request';

export type FileKind = 'image' | 'audio' | 'video' | 'document';

/** One of the company's own files. */
export interface CompanyFile {
  id: string;
  name: string;
  kind: FileKind;
  mimetype: string;
  bytes: number;
}

const FILES = '/api/v1/files';

export const filesKey = (tenantId: string) => [tenantId, 'company-files'] as const;

export async function fetchFiles(signal: AbortSignal): Promise<CompanyFile[]> {
  const { items } = await get<{ items: CompanyFile[] }>(FILES, signal);
  return items;
}

/** @throws ApiError 400 when it is no such file, 413 when it is too large */
export function uploadFile(file: File, kind: FileKind): Promise<CompanyFile> {
  const query = new URLSearchParams({ name: file.name.slice(0, 200), kind });
  return send('POST', `${FILES}?${query.toString()}`, { bytes: file });
}
