import OpenAI from 'openai';
import { currentCorrelation } from '../../config/correlation';

export interface OpenAiSettings {
  /** Undefined: OpenAI itself. */
  baseUrl: string | undefined;
  apiKey: string;
  model: string;
  embeddingModel: string;
}

/** Temporal retries turns and indexing; a second layer of retries would hide time from it. */
const SDK_RETRIES = 0;
/** One call, in milliseconds. */
const TIMEOUT_MS = 45_000;

export function createOpenAiClient(settings: OpenAiSettings): OpenAI {
  return new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    maxRetries: SDK_RETRIES,
    timeout: TIMEOUT_MS,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      const correlationId = currentCorrelation()?.correlationId;
      if (correlationId !== undefined) headers.set('x-request-id', correlationId);
      return fetch(input, { ...init, headers });
    },
  });
}
