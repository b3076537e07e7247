import type OpenAI from 'openai';
import { toFile } from 'openai';
import * as z from 'zod';
import { ErrorCode, ProviderRejectedError, ProviderUnavailableError } from '../../domain/errors';
import { translateOpenAiError } from './translate-error';

export interface Transcript {
  /** Empty when nobody speaks. */
  text: string;
  model: string;
  /** Zero where the provider counts seconds. */
  promptTokens: number;
  completionTokens: number;
  /** Undefined where it counts tokens. */
  seconds: number | undefined;
}

/**
 * The port: what is said in a recording.
 *
 * @throws ProviderUnavailableError worth another try
 * @throws ProviderRejectedError another try is in vain
 */
export type Transcribe = (
  recording: { bytes: Uint8Array; mimetype: string },
  signal?: AbortSignal,
) => Promise<Transcript>;

/** The provider goes by the name's ending; formats that are not here it does not take. */
const ENDINGS: Record<string, string> = {
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/webm': 'webm',
  'audio/flac': 'flac',
};

const answerSchema = z.object({
  text: z.string(),
  usage: z
    .union([
      z.object({ type: z.literal('tokens'), input_tokens: z.number(), output_tokens: z.number() }),
      z.object({ type: z.literal('duration'), seconds: z.number() }),
    ])
    .nullish()
    .catch(undefined),
});

export function createTranscribe(
  client: OpenAI,
  settings: { transcriptionModel: string; transcriptionLanguage: string },
): Transcribe {
  const { transcriptionModel: model, transcriptionLanguage: language } = settings;
  return async ({ bytes, mimetype }, signal) => {
    const ending = ENDINGS[mimetype];
    if (ending === undefined) {
      throw new ProviderRejectedError(ErrorCode.provider_rejected, `No model takes ${mimetype}`);
    }
    let answer: unknown;
    try {
      const file = await toFile(bytes, `audio.${ending}`, { type: mimetype });
      answer = await client.audio.transcriptions.create({ file, model, language }, signal ? { signal } : {});
    } catch (error) {
      throw translateOpenAiError(error);
    }
    const parsed = answerSchema.safeParse(answer);
    if (!parsed.success) {
      throw new ProviderUnavailableError(
        ErrorCode.provider_unavailable,
        'The model provider answered a recording with an unknown shape',
      );
    }
    const { text, usage } = parsed.data;
    return {
      text: text.trim(),
      model,
      promptTokens: usage?.type === 'tokens' ? usage.input_tokens : 0,
      completionTokens: usage?.type === 'tokens' ? usage.output_tokens : 0,
      seconds: usage?.type === 'duration' ? usage.seconds : undefined,
    };
  };
}
