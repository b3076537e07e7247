import * as z from 'zod';
import { ErrorCode, ProviderRejectedError, ProviderUnavailableError } from '../../domain/errors';
import { AnswerTooLarge, type EvolutionHttp } from './http';

/** Expired files are looked for a second time at WhatsApp, after five seconds: no shorter than 30 s (ms). */
const DOWNLOAD_TIMEOUT_MS = 45_000;
/** Base64 needs four characters for three bytes; names and the rest of the answer need little. */
const CHARACTERS_PER_BYTE = 4 / 3;
const ENVELOPE_BYTES = 64 * 1_024;

export type Download =
  | { status: 'ok'; bytes: Buffer }
  | { status: 'too_large' }
  /** Evolution does not have the message, or WhatsApp no more its file. */
  | { status: 'gone' }
  /** What came is not all of it. */
  | { status: 'broken' };

/**
 * The bytes of a message's file.
 *
 * @throws ProviderUnavailableError worth another try
 * @throws NotFoundError there is no such instance
 */
export type DownloadMedia = (
  access: { instanceName: string; token: string },
  file: {
    providerMessageId: string;
    maxBytes: number;
    /** What the sender's phone said; less is a part of it. */
    declaredBytes?: number | undefined;
  },
) => Promise<Download>;

const answerSchema = z.object({
  base64: z.string(),
  // A string, a number or a Long, by build.
  size: z
    .object({
      fileLength: z.union([z.coerce.number(), z.object({ low: z.number() }).transform(({ low }) => low)]),
    })
    .nullish()
    .catch(undefined),
});

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * `chat/getBase64FromMediaMessage`. The addresses in webhooks are WhatsApp's encrypted store, of no use without the
 * key, which only Evolution holds.
 */
export function createDownloadMedia(
  http: EvolutionHttp,
  timeoutMs: number = DOWNLOAD_TIMEOUT_MS,
): DownloadMedia {
  return async (access, { providerMessageId, maxBytes, declaredBytes }) => {
    let answer: unknown;
    try {
      answer = await http.call(
        'POST',
        `/chat/getBase64FromMediaMessage/${encodeURIComponent(access.instanceName)}`,
        {
          key: access.token,
          body: { message: { key: { id: providerMessageId } }, convertToMp4: false },
          timeoutMs,
          maxBytes: Math.ceil(maxBytes * CHARACTERS_PER_BYTE) + ENVELOPE_BYTES,
        },
      );
    } catch (error) {
      if (error instanceof AnswerTooLarge) return { status: 'too_large' };
      if (isGone(error)) return { status: 'gone' };
      throw error;
    }
    const parsed = answerSchema.safeParse(answer);
    if (!parsed.success) {
      throw new ProviderUnavailableError(
        ErrorCode.provider_unavailable,
        'Evolution answered a download in an unknown shape',
      );
    }
    const { base64, size } = parsed.data;
    if (!BASE64.test(base64)) return { status: 'broken' };
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > maxBytes) return { status: 'too_large' };
    const wanted = Math.max(declaredBytes ?? 0, size?.fileLength ?? 0);
    return bytes.length < wanted ? { status: 'broken' } : { status: 'ok', bytes };
  };
}

/** 400 says "Message not found" as well as whatever WhatsApp's store said of a file that is gone. */
function isGone(error: unknown): boolean {
  return error instanceof ProviderRejectedError && error.details['status'] === 400;
}
