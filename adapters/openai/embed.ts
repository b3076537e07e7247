import type OpenAI from 'openai';
import * as z from 'zod';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';
import { translateOpenAiError } from './translate-error';

/** The port: one vector a text, in the order of the texts. */
export interface Embed {
  (texts: string[], signal?: AbortSignal): Promise<number[][]>;
  /**
   * Whose vectors these are, `model@host`: what is to be compared must have the same. The host is part of it, because
   * two providers that call a model by one name (the sandbox is one) do not promise the same vectors.
   */
  readonly model: string;
}

/** The width of prisma's chunks.embedding; another model must be asked for the same. */
export const EMBEDDING_DIMENSIONS = 1_536;

/** The provider takes 2,048 inputs and 300,000 tokens a request; chunks have at most 800 characters. */
const BATCH = 256;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
});

/**
 * @throws ProviderUnavailableError worth another try; also when the vectors have the wrong width or number
 * @throws ProviderRejectedError another try is in vain
 */
export function createEmbed(client: OpenAI, model: string): Embed {
  const embed = async (texts: string[], signal?: AbortSignal): Promise<number[][]> => {
    const vectors: number[][] = [];
    for (let start = 0; start < texts.length; start += BATCH) {
      vectors.push(...(await embedBatch(client, model, texts.slice(start, start + BATCH), signal)));
    }
    return vectors;
  };
  return Object.assign(embed, { model: `${model}@${new URL(client.baseURL).hostname}` });
}

async function embedBatch(
  client: OpenAI,
  model: string,
  input: string[],
  signal?: AbortSignal,
): Promise<number[][]> {
  let answer: unknown;
  try {
    answer = await client.embeddings.create(
      // Without a format the SDK asks for base64, which not every compatible server knows.
      { model, input, dimensions: EMBEDDING_DIMENSIONS, encoding_format: 'float' },
      signal ? { signal } : {},
    );
  } catch (error) {
    throw translateOpenAiError(error);
  }
  const parsed = answerSchema.safeParse(answer);
  const vectors = parsed.success
    ? [...parsed.data.data].sort((a, b) => a.index - b.index).map((item) => item.embedding)
    : [];
  if (vectors.length !== input.length || vectors.some((vector) => vector.length !== EMBEDDING_DIMENSIONS)) {
    throw new ProviderUnavailableError(
      ErrorCode.provider_unavailable,
      `The embedding provider answered with ${vectors.length} vectors of ${vectors[0]?.length ?? 0} for ${input.length} texts`,
    );
  }
  return vectors;
}
