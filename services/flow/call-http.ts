import * as z from 'zod';
import { OutboundError, type OutboundReason } from '../../adapters/http/outbound-error';
import type { OutboundAnswer, OutboundRequest } from '../../adapters/http/outbound-http';
import { readRetryAfter } from '../../adapters/http/retry-after';
import { RUN_LIMITS } from '../../domain/flow/runtime/state';
import { jsonbSafe } from '../../domain/flow/runtime/jsonb-safe';
import { type FlowObject, type FlowValue, weigh } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import { openCredential, type OpenCredential } from './credentials';

export interface HttpCall {
  tenantId: string;
  runId: string;
  nodeId: string;
  /** The run's effect: with run and node, what makes the call one. */
  effect: string;
  /** Of an http_request node, every template filled in. */
  settings: FlowObject;
}

/**
 * How a call ended. `retry`: the same may go well later (nobody answered, 429, 5xx), whether it is tried is the node's
 * to say. The error's type is one of OutboundReason's but `unreachable`, which is provider_unavailable, or http_error,
 * credential_missing, credential_elsewhere.
 */
export type HttpOutcome =
  | { ok: true; output: { status: number; corpo: FlowValue } }
  | { ok: false; error: { type: string; message: string }; retry: boolean; retryAfterMs?: number };

/** As domain/flow/nodes/http_request, after its templates: they may have made an address of anything. */
const settingsSchema = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  url: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.coerce.string() })).default([]),
  credentialId: z.string().optional(),
  body: z.string().default(''),
  seconds: z.number().min(1).max(60).default(15),
  acceptErrors: z.boolean().default(false),
});
type Settings = z.infer<typeof settingsSchema>;

/** An address asks us to wait longer than this: the node's own pause has to do (ms). */
const MAX_RETRY_AFTER_MS = 3_600_000;
const MAX_JSON_DEPTH = 50;

/**
 * Carries out an http_request node. Whatever happens outside is an outcome; only our own database failing is thrown.
 * A call that is repeated bears the same Idempotency-Key.
 */
export async function callHttp(
  deps: Pick<Deps, 'db' | 'secrets' | 'outbound'>,
  call: HttpCall,
): Promise<HttpOutcome> {
  const parsed = settingsSchema.safeParse(call.settings);
  if (!parsed.success) return failed('invalid_request', 'The settings are not those of a request', false);
  const settings = parsed.data;
  let credential: OpenCredential | undefined;
  if (settings.credentialId !== undefined) {
    credential = z.uuid().safeParse(settings.credentialId).success
      ? await openCredential(deps, call.tenantId, settings.credentialId)
      : undefined;
    if (credential === undefined) return failed('credential_missing', 'The credential is gone', false);
    if (!goesThere(credential, settings.url)) {
      return failed('credential_elsewhere', 'The credential may not be used at this address', false);
    }
  }
  try {
    return outcomeOf(await deps.outbound.call(requestOf(call, settings, credential)), settings, credential);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return failed(NAMES[error.reason] ?? error.reason, error.message, RETRIED.has(error.reason));
  }
}

const NAMES: Partial<Record<OutboundReason, string>> = { unreachable: 'provider_unavailable' };
const RETRIED: ReadonlySet<OutboundReason> = new Set(['timeout', 'unreachable']);

function goesThere(credential: OpenCredential, url: string): boolean {
  return URL.canParse(url) && credential.goesTo(new URL(url));
}

function requestOf(
  { runId, nodeId, effect }: HttpCall,
  settings: Settings,
  credential: OpenCredential | undefined,
): OutboundRequest {
  const { method, url, body, seconds } = settings;
  const headers: Record<string, string> = { accept: 'application/json, text/plain;q=0.9, */*;q=0.8' };
  if (method !== 'GET') headers['idempotency-key'] = `${runId}:${nodeId}:${effect}`;
  const sendsBody = method !== 'GET' && body !== '';
  if (sendsBody) headers['content-type'] = isJson(body) ? 'application/json' : 'text/plain; charset=utf-8';
  for (const { name, value } of settings.headers) headers[name.toLowerCase()] = value;
  return {
    method,
    url,
    headers,
    timeoutMs: seconds * 1_000,
    ...(sendsBody && { body }),
    ...(credential && { authorize: credential.authorize }),
  };
}

function outcomeOf(
  answer: OutboundAnswer,
  { acceptErrors }: Settings,
  credential: OpenCredential | undefined,
): HttpOutcome {
  const { status, headers } = answer;
  if (status >= 400 && !acceptErrors) {
    const retry = status === 429 || status >= 500;
    const asked = retry ? readRetryAfter(headers['retry-after'], Number.POSITIVE_INFINITY) : undefined;
    const retryAfterMs = asked !== undefined && asked <= MAX_RETRY_AFTER_MS ? asked : undefined;
    return failed('http_error', `The other system answered ${status}`, retry, retryAfterMs);
  }
  const text = credential?.hide(answer.body.toString('utf8')) ?? answer.body.toString('utf8');
  const output = { status, corpo: readBody(text, headers['content-type'] ?? '') };
  if (weigh(output, RUN_LIMITS.output) > RUN_LIMITS.output) {
    return failed('too_large', 'The answer is larger than a flow can carry', false);
  }
  return { ok: true, output };
}

/** JSON where it says so, or looks like it and is; else the text. */
function readBody(text: string, contentType: string): FlowValue {
  const clean = jsonbSafe(text);
  if (!/\bjson\b/i.test(contentType) && !/^\s*[[{]/.test(clean)) return clean;
  try {
    const value = JSON.parse(clean) as FlowValue;
    return depthOf(value) > MAX_JSON_DEPTH ? clean : jsonbSafe(value);
  } catch {
    return clean;
  }
}

function depthOf(value: FlowValue): number {
  let depth = 0;
  let level: FlowValue[] = [value];
  while (level.length > 0 && depth <= MAX_JSON_DEPTH) {
    depth += 1;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return depth;
}

function isJson(text: string): boolean {
  if (!/^\s*[[{"]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function failed(type: string, message: string, retry: boolean, retryAfterMs?: number): HttpOutcome {
  return { ok: false, error: { type, message }, retry, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}
