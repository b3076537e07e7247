import { priceOf, priceOfSound } from '../../domain/agent/price';
import { ErrorCode, ProviderRejectedError, ProviderUnavailableError } from '../../domain/errors';
import { type MediaKind, MediaProblem } from '../../domain/media/media';
import type { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';

/** What the model took and what it costs at list price. */
interface MediaUsage extends Prisma.InputJsonObject {
  model: string;
  promptTokens: number;
  completionTokens: number;
  /** Of sound. */
  seconds: number | null;
  /** Millionths of a US dollar; null when the price is not known. */
  costMicros: number | null;
}

interface Understanding {
  words?: string;
  problem?: MediaProblem;
  usage?: MediaUsage;
}

interface StoredMedia {
  kind: MediaKind;
  /** The business sent it, and not a customer. */
  ours: boolean;
  tenantId: string;
  sha256: string | null;
  mimetype: string | null;
  seconds: number | null;
}

type UnderstandDeps = Pick<Deps, 'mediaStore' | 'transcribe' | 'describeImage' | 'env' | 'log'>;

/** A description or transcript that is longer than this is a model that ran away. */
const MAX_WORDS_CHARACTERS = 20_000;

/**
 * Recordings are transcribed, pictures of customers described where the model can see; those of the business are not
 * asked about, and their captions say what they are. A model that will not or cannot is no error: people can look and
 * listen for themselves.
 *
 * @throws ProviderUnavailableError worth another try
 */
export async function understandMedia(
  deps: UnderstandDeps,
  file: StoredMedia,
  signal?: AbortSignal,
): Promise<Understanding> {
  const wanted = file.kind === 'audio' || (file.kind === 'image' && !file.ours && deps.env.openai.vision);
  const { mimetype, sha256 } = file;
  if (!wanted || mimetype === null || sha256 === null) return {};
  const bytes = await deps.mediaStore.read(file.tenantId, sha256);
  if (bytes === undefined) {
    throw new ProviderUnavailableError(
      ErrorCode.internal,
      'The media store does not have what was put there',
    );
  }
  try {
    return file.kind === 'audio'
      ? await transcribed(deps, { bytes, mimetype, seconds: file.seconds }, signal)
      : await described(deps, { bytes, mimetype }, signal);
  } catch (error) {
    if (!(error instanceof ProviderRejectedError)) throw error;
    deps.log.warn({ err: error, kind: file.kind }, 'a file could not be understood');
    return file.kind === 'audio' ? { problem: MediaProblem.not_understood } : {};
  }
}

async function transcribed(
  deps: UnderstandDeps,
  recording: { bytes: Buffer; mimetype: string; seconds: number | null },
  signal: AbortSignal | undefined,
): Promise<Understanding> {
  const { text, model, promptTokens, completionTokens, seconds } = await deps.transcribe(recording, signal);
  const length = seconds ?? recording.seconds;
  const costMicros = priceOfSound(model, length);
  const usage = { model, promptTokens, completionTokens, seconds: length, costMicros };
  return text === '' ? { usage, problem: MediaProblem.silent } : { usage, words: clean(text) };
}

async function described(
  deps: UnderstandDeps,
  image: { bytes: Buffer; mimetype: string },
  signal: AbortSignal | undefined,
): Promise<Understanding> {
  const { content, model, promptTokens, completionTokens } = await deps.describeImage(image, signal);
  const costMicros = priceOf(model, promptTokens, completionTokens);
  return {
    usage: { model, promptTokens, completionTokens, seconds: null, costMicros },
    words: clean(content),
  };
}

/** PostgreSQL stores no NUL, and JSON no lone surrogate. */
function clean(text: string): string {
  return text.replaceAll('\0', '').slice(0, MAX_WORDS_CHARACTERS).toWellFormed();
}
