import { z } from 'zod';
import { OpenAiError, invalidRequest } from '../openai-error';
import { checkStrictSchema } from './strict-schema';

const DATA_IMAGE = /^data:image\/(png|jpeg|gif|webp);base64,/;

const part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('image_url'),
    image_url: z.object({
      // By address too, in life; nothing is fetched here.
      url: z.string().regex(DATA_IMAGE),
      detail: z.enum(['auto', 'low', 'high']).optional(),
    }),
  }),
]);
type Part = z.infer<typeof part>;

const messageSchema = z
  .object({
    role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
    content: z.union([z.string(), z.array(part), z.null()]).optional(),
  })
  .transform(({ role, content }): ChatMessage => {
    const images = imagesOf(content);
    return { role, text: textOf(content), ...(images.length === 0 ? {} : { images }) };
  });

export interface ChatMessage {
  role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
  text: string;
  images?: Buffer[];
}

const responseFormat = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({
      name: z.string().regex(/^[\w-]{1,64}$/),
      strict: z.boolean().nullish(),
      schema: z.record(z.string(), z.unknown()),
    }),
  }),
]);

const schema = z.object({
  model: z.string().min(1),
  messages: z.array(messageSchema).min(1),
  response_format: responseFormat.optional(),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
});

export type ChatRequest = z.infer<typeof schema>;

/** The one model that is not there, for trying what a wrong name does. */
const MISSING_MODEL = 'unknown-model';

export function parseChatRequest(body: unknown): ChatRequest {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw refusalOf(parsed.error, body);
  const request = parsed.data;
  if (request.model === MISSING_MODEL) {
    const message = `The model \`${request.model}\` does not exist or you do not have access to it.`;
    throw new OpenAiError(404, message, { code: 'model_not_found' });
  }
  const format = request.response_format;
  if (format?.type === 'json_schema' && format.json_schema.strict === true) {
    checkStrictSchema(format.json_schema.name, format.json_schema.schema);
  }
  return request;
}

function refusalOf(error: z.ZodError, body: unknown): OpenAiError {
  const path = error.issues[0]?.path ?? [];
  const first = String(path[0] ?? 'messages');
  const isGiven = typeof body === 'object' && body !== null && first in body;
  if (first === 'model' && !isGiven) return new OpenAiError(400, 'you must provide a model parameter');
  const param = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1);
  return isGiven
    ? invalidRequest(
        `Invalid value for '${param}': ${error.issues[0]?.message ?? 'not accepted'}.`,
        param,
        'invalid_value',
      )
    : invalidRequest(`Missing required parameter: '${first}'.`, first, 'missing_required_parameter');
}

function textOf(content: string | Part[] | null | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).flatMap((one) => (one.type === 'text' ? [one.text] : [])).join('\n');
}

function imagesOf(content: string | Part[] | null | undefined): Buffer[] {
  if (typeof content === 'string') return [];
  return (content ?? []).flatMap((one) =>
    one.type === 'image_url' ? [Buffer.from(one.image_url.url.replace(DATA_IMAGE, ''), 'base64')] : [],
  );
}
