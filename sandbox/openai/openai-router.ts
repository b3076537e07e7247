import { randomUUID } from 'node:crypto';
import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { errorHandler } from '../http/error-handler';
import { journalCall } from '../http/journal-call';
import { standInRoute } from '../http/stand-in-route';
import type { World } from '../world';
import { readForm } from './audio/read-form';
import { transcriptionsRoute } from './audio/transcriptions-route';
import { chatRoute } from './chat/chat-route';
import { embeddingsRoute } from './embeddings/embeddings-route';
import { OpenAiError, invalidRequest, openAiErrorBody, openAiStatusBody } from './openai-error';

const MODELS = [
  'gpt-5-mini',
  'gpt-4.1-mini',
  'gpt-4o-mini',
  'text-embedding-3-small',
  'text-embedding-3-large',
  'gpt-4o-mini-transcribe',
  'whisper-1',
];
const MODELS_SINCE = 1_712_361_441;

/** The OpenAI stand-in. */
export function openAiRouter(world: World): Router {
  const router = Router();
  router.use(identify, checkKey, json({ limit: '20mb' }));
  const standIn = { world, system: 'openai', errorBody: openAiStatusBody } as const;
  router.post('/chat/completions', standInRoute(standIn, 'openai.chat', chatRoute(world)));
  router.post('/embeddings', standInRoute(standIn, 'openai.embeddings', embeddingsRoute));
  router.post(
    '/audio/transcriptions',
    readForm,
    standInRoute(standIn, 'openai.transcriptions', transcriptionsRoute),
  );
  router.get(
    '/models',
    standInRoute(standIn, 'openai.models', () => ({ status: 200, body: modelList() })),
  );
  router.use((req, res) => {
    journalCall(world.journal, 'openai', req, res);
    throw new OpenAiError(404, `Invalid URL (${req.method} ${req.originalUrl})`);
  });
  router.use(errorHandler(world.closing, answerError(world)));
  return router;
}

function modelList(): object {
  const data = MODELS.map((id) => ({ id, object: 'model', created: MODELS_SINCE, owned_by: 'sandbox' }));
  return { object: 'list', data };
}

const identify: RequestHandler = (_req, res, next) => {
  res.set({
    'x-request-id': `req_${randomUUID().replaceAll('-', '')}`,
    'openai-version': '2020-10-01',
    'openai-processing-ms': '1',
    'x-ratelimit-limit-requests': '10000',
    'x-ratelimit-remaining-requests': '9999',
    'x-ratelimit-reset-requests': '6ms',
  });
  next();
};

/** Any key will do but none and the one called `invalid`. */
const checkKey: RequestHandler = (req, _res, next) => {
  const key = /^Bearer (.+)$/.exec(req.get('authorization') ?? '')?.[1];
  if (key === undefined) {
    throw new OpenAiError(401, "You didn't provide an API key.", { code: 'invalid_api_key' });
  }
  if (key === 'invalid') {
    throw new OpenAiError(401, 'Incorrect API key provided: invalid.', { code: 'invalid_api_key' });
  }
  next();
};

const parserError = z.object({ status: z.number(), type: z.string() });

function answerError(world: World) {
  return (error: unknown, res: Response): void => {
    const refusal = refusalOf(error);
    if (refusal === undefined) world.log.error({ err: error }, 'the OpenAI stand-in failed');
    const status = refusal?.status ?? 500;
    res.status(status).json(refusal === undefined ? openAiStatusBody(500) : openAiErrorBody(refusal));
  };
}

function refusalOf(error: unknown): OpenAiError | undefined {
  if (error instanceof OpenAiError) return error;
  if (!parserError.safeParse(error).success) return undefined;
  return invalidRequest('We could not parse the JSON body of your request.', 'body');
}
