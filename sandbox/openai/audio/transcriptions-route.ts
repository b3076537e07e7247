import { z } from 'zod';
import type { RouteHandler } from '../../http/stand-in-route';
import { countTokens } from '../count-tokens';
import { invalidRequest, OpenAiError } from '../openai-error';
import { readVoice } from './read-voice';
import type { UploadedFile } from '../../http/read-form';
import { uploadedFile } from './read-form';

/** By the name's ending, as the real one does. */
const FORMATS = ['flac', 'm4a', 'mp3', 'mp4', 'mpeg', 'mpga', 'oga', 'ogg', 'wav', 'webm'];
const MODELS = /^(whisper-1|gpt-(4o-|4o-mini-)?transcribe(-.+)?)$/;
/** Ten tokens for a second of sound, about. */
const TOKENS_A_SECOND = 10;

const schema = z.object({
  model: z.string().regex(MODELS),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  prompt: z.string().optional(),
  response_format: z.enum(['json']).default('json'),
  temperature: z.coerce.number().min(0).max(1).optional(),
});

/** Says what is written in the tags of a sample, and for any other sound that it could be heard. */
export const transcriptionsRoute: RouteHandler = (req, faults) => {
  const file = uploadedFile(req);
  const parsed = schema.safeParse(req.body);
  if (!parsed.success) throw refusalOf(parsed.error, req.body);
  if (file === undefined) throw invalidRequest("Missing required parameter: 'file'.", 'file');
  checkFormat(file);
  const { says, seconds } = readVoice(file.bytes);
  const text = faults.some(({ kind }) => kind === 'emptyTranscript') ? '' : says;
  if (faults.some(({ kind }) => kind === 'noUsage')) return { status: 200, body: { text } };
  return { status: 200, body: { text, usage: usageOf(parsed.data.model, text, seconds) } };
};

function usageOf(model: string, text: string, seconds: number): object {
  if (model === 'whisper-1') return { type: 'duration', seconds: Math.ceil(seconds) };
  const input = Math.max(1, Math.round(seconds * TOKENS_A_SECOND));
  const output = countTokens(text);
  return {
    type: 'tokens',
    input_tokens: input,
    input_token_details: { text_tokens: 0, audio_tokens: input },
    output_tokens: output,
    total_tokens: input + output,
  };
}

function checkFormat({ name, bytes }: UploadedFile): void {
  const ending = name.split('.').at(-1) ?? '';
  if (!FORMATS.includes(ending)) {
    throw invalidRequest(`Unrecognized file format. Supported formats: ${JSON.stringify(FORMATS)}`, 'file');
  }
  if (ending === 'ogg' && bytes.toString('latin1', 0, 4) !== 'OggS') {
    throw invalidRequest('Audio file might be corrupted or unsupported', 'file', 'invalid_value');
  }
}

function refusalOf(error: z.ZodError, body: unknown): OpenAiError {
  const name = String(error.issues[0]?.path[0] ?? 'model');
  const given: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  if (typeof given !== 'string') return invalidRequest(`Missing required parameter: '${name}'.`, name);
  if (name !== 'model') return invalidRequest(`Invalid value for '${name}'.`, name, 'invalid_value');
  const message = `The model \`${given}\` does not exist or you do not have access to it.`;
  return new OpenAiError(404, message, { code: 'model_not_found' });
}
