import { z } from 'zod';
import type { Fault } from '../../faults/fault';
import type { RouteHandler } from '../../http/stand-in-route';
import { countTokens } from '../count-tokens';
import { OpenAiError, invalidRequest } from '../openai-error';
import { embed } from './embed';

const NATIVE: Record<string, number> = {
  'text-embedding-3-small': 1_536,
  'text-embedding-3-large': 3_072,
  'text-embedding-ada-002': 1_536,
};
const MAX_INPUTS = 2_048;
const MAX_TOKENS = 8_192;
const MAX_TOTAL_TOKENS = 300_000;

const tokens = z.array(z.int().min(0)).min(1);
const schema = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string()), tokens, z.array(tokens)]),
  dimensions: z.int().optional(),
  encoding_format: z.enum(['float', 'base64']).default('float'),
});

type Input = z.infer<typeof schema>['input'];

export const embeddingsRoute: RouteHandler = (req, faults) => {
  const parsed = schema.safeParse(req.body);
  if (!parsed.success) throw refusalOf(parsed.error);
  const { model, encoding_format: format } = parsed.data;
  const texts = textsOf(parsed.data.input);
  const used = checkLimits(texts);
  const dimensions = dimensionsOf(model, parsed.data.dimensions, faults);
  const data = texts.map((text, index) => {
    const vector = embed(text, dimensions);
    return {
      object: 'embedding',
      index,
      embedding: format === 'base64' ? toBase64(vector) : Array.from(vector),
    };
  });
  const usage = { prompt_tokens: used, total_tokens: used };
  return { status: 200, body: { object: 'list', data, model, usage } };
};

function refusalOf(error: z.ZodError): OpenAiError {
  const param = String(error.issues[0]?.path[0] ?? 'input');
  if (param === 'model') return new OpenAiError(400, 'you must provide a model parameter');
  return invalidRequest(`'$.${param}' is invalid. Please check the API reference.`, param);
}

/** Token ids cannot be turned back into words here; they are hashed as they are. */
function textsOf(input: Input): string[] {
  if (typeof input === 'string') return [input];
  const isOneTokenList = input.every((item) => typeof item === 'number');
  if (isOneTokenList) return [input.join(' ')];
  return input.map((item) => (typeof item === 'string' ? item : String(item)));
}

function checkLimits(texts: string[]): number {
  if (texts.length === 0 || texts.some((text) => text === '')) {
    throw invalidRequest("'$.input' is invalid. Please check the API reference.", 'input');
  }
  if (texts.length > MAX_INPUTS) {
    throw invalidRequest(`'$.input' is too long: at most ${MAX_INPUTS} inputs in one request.`, 'input');
  }
  const counts = texts.map(countTokens);
  const longest = Math.max(...counts);
  if (longest > MAX_TOKENS) {
    const message = `This model's maximum context length is ${MAX_TOKENS} tokens, however you requested ${longest} tokens.`;
    throw invalidRequest(message, 'input', 'context_length_exceeded');
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > MAX_TOTAL_TOKENS) {
    const message = `Requested ${total} tokens, max ${MAX_TOTAL_TOKENS} tokens per request`;
    throw invalidRequest(message, 'input', 'max_tokens_per_request');
  }
  return total;
}

function dimensionsOf(model: string, asked: number | undefined, faults: Fault[]): number {
  const native = NATIVE[model];
  if (native === undefined) {
    const message = `The model \`${model}\` does not exist or you do not have access to it.`;
    throw new OpenAiError(404, message, { code: 'model_not_found', param: 'model' });
  }
  if (asked !== undefined && (asked < 1 || asked > native)) {
    throw invalidRequest(
      `Invalid value for 'dimensions' = ${asked}. Must be between 1 and ${native}.`,
      'dimensions',
    );
  }
  const dimensions = asked ?? native;
  return faults.some(({ kind }) => kind === 'wrongDimensions') ? dimensions - 1 : dimensions;
}

/** Little-endian float32, as the SDK decodes it. */
function toBase64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, index) => bytes.writeFloatLE(value, index * 4));
  return bytes.toString('base64');
}
