import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fileMaxBytes } from '../../../../domain/media/media-rules';
import { useTenantId } from '../session/use-session';
import { call } from './call';
import { api } from './client';
import { send } from './request';
import type { CompanyFile } from './types';

export type FileKind = CompanyFile['kind'];

const fileKeys = {
  all: (tenantId: string) => [tenantId, 'company-files'] as const,
  link: (tenantId: string, id: string) => [tenantId, 'company-file-link', id] as const,
};

/** The API's links open a file for ten minutes; one that is this old is asked for anew (ms). */
const LINK_GOOD_FOR_MS = 8 * 60_000;
const NAME_MAX = 200;

/** The company's own files, the newest first. */
export function useCompanyFiles() {
  return useQuery({
    queryKey: fileKeys.all(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/files', { signal }))).items,
    staleTime: 30_000,
  });
}

/** Found out before anything is sent: larger than WhatsApp, or we, take of the kind. */
export class FileTooLargeError extends Error {}

/**
 * Keeps a file that may be sent as `kind`.
 *
 * @throws FileTooLargeError; ApiError 400 when it is no such file, 413 when it is too large
 */
export function useUploadFile() {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return useMutation({
    mutationFn: ({ file, kind }: { file: File; kind: FileKind }) => {
      if (file.size > fileMaxBytes(kind)) throw new FileTooLargeError();
      // Neither what no name may hold nor half a character at its end.
      const name = file.name
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, NAME_MAX)
        .replace(/[\uD800-\uDBFF]$/, '');
      const query = new URLSearchParams({ name: name === '' ? kind : name, kind });
      return send<Omit<CompanyFile, 'usedBy'>>('POST', `/api/v1/files?${query.toString()}`, { bytes: file });
    },
    onSuccess: (file) =>
      queries.setQueryData<CompanyFile[]>(fileKeys.all(tenantId), (before = []) => [
        { ...file, usedBy: [] },
        ...before,
      ]),
  });
}

/** @throws ApiError file_in_use while an automation that acts sends it */
export function useRemoveFile() {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return useMutation({
    mutationFn: (id: string) => call(api.DELETE('/api/v1/files/{id}', { params: { path: { id } } })),
    // Refused, too: what uses it is not what was shown.
    onSettled: () => queries.invalidateQueries({ queryKey: fileKeys.all(tenantId) }),
  });
}

function linkQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: fileKeys.link(tenantId, id),
    queryFn: async ({ signal }) =>
      (await call(api.GET('/api/v1/files/{id}/link', { params: { path: { id } }, signal }))).url,
    staleTime: LINK_GOOD_FOR_MS,
    gcTime: LINK_GOOD_FOR_MS,
    // A new address would begin again what is played.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** An address under which pictures and players find a file. */
export function useFileLink(id: string) {
  return useQuery(linkQuery(useTenantId(), id));
}

/** The same for a click: an address that is good now. */
export function useFetchFileLink(): (id: string) => Promise<string> {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return (id) => queries.query(linkQuery(tenantId, id));
}
