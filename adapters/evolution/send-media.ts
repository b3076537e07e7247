import * as z from 'zod';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';
import type { InstanceAccess } from './client';
import type { EvolutionHttp } from './http';

export interface MediaToSend {
  address: string;
  type: 'image' | 'audio' | 'video' | 'document';
  /** https address, or base64. */
  media: string;
  caption: string;
  mimeType?: string | undefined;
  /** A document as base64 needs one. */
  fileName?: string | undefined;
}

export type SendMedia = (access: InstanceAccess, message: MediaToSend) => Promise<string>;

export function createSendMedia(http: EvolutionHttp, timeoutMs: number): SendMedia {
  return async (access, { address, type, media, caption, mimeType, fileName }) => {
    const answer = await http.call('POST', `/message/sendMedia/${encodeURIComponent(access.instanceName)}`, {
      key: access.token,
      body: {
        number: address,
        mediatype: type,
        media,
        ...(caption === '' ? {} : { caption }),
        ...(mimeType === undefined ? {} : { mimetype: mimeType }),
        ...(fileName === undefined ? {} : { fileName }),
      },
      timeoutMs,
    });
    return sentId(answer);
  };
}

const sentSchema = z.object({ key: z.object({ id: z.string().min(1) }) });

/** The id of what was sent. @throws ProviderUnavailableError uncertain: accepted, yet we do not know as what */
export function sentId(answer: unknown): string {
  const sent = sentSchema.safeParse(answer);
  if (sent.success) return sent.data.key.id;
  throw new ProviderUnavailableError(
    ErrorCode.provider_unavailable,
    'Evolution answered a send without an id',
    { uncertain: true },
  );
}
