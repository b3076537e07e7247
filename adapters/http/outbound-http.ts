import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, errors, request } from 'undici';
import { type AddressRules, checkHeaders, checkUrl, isAllowedHost } from './check-request';
import { OutboundError } from './outbound-error';
import { isPublicAddress } from './public-address';

/** An answer of more bytes is given up. */
export const MAX_ANSWER_BYTES = 1024 * 1024;
const MAX_BODY_BYTES = 1024 * 1024;
const MAX_REDIRECTS = 3;
const CONNECT_TIMEOUT_MS = 5_000;
const MAX_ANSWER_HEADER_BYTES = 16 * 1024;
/** Connections to one host at the same time. */
const CONNECTIONS = 32;

export type OutboundMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a secret adds to a request; asked for anew at every redirect, for the address it leads to. */
export type Authorize = (url: URL) => { headers?: Record<string, string>; query?: Record<string, string> };

export interface OutboundRequest {
  method: OutboundMethod;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** More than 1 MiB of body, for a file. */
  maxBodyBytes?: number;
  /** For all of it: name, connection, redirects, answer. */
  timeoutMs: number;
  /** Ends it before. */
  signal?: AbortSignal | undefined;
  authorize?: Authorize;
  /** More than MAX_ANSWER_BYTES, for a file. */
  maxBytes?: number;
}

export interface OutboundAnswer {
  status: number;
  /** By lower-case name; of one that came several times, joined. */
  headers: Record<string, string>;
  body: Buffer;
}

/** Calls other systems at addresses that tenants give. Nothing in it can be steered inward. */
export interface OutboundHttp {
  /** @throws OutboundError where no answer came, or none that is taken. Any status is an answer. */
  call(input: OutboundRequest): Promise<OutboundAnswer>;
  close(): Promise<void>;
}

interface Options extends Partial<AddressRules> {
  /** As dns.lookup; tests give their own. */
  lookup?: LookupFunction;
}

/** Of one's own headers, what may follow to another origin. */
const HARMLESS_ELSEWHERE = new Set([
  'accept',
  'accept-language',
  'content-type',
  'idempotency-key',
  'user-agent',
]);

/**
 * A name is looked up once a connection: all its addresses must be public, and the connection goes to one of those
 * that were looked at, so a name that changes its answer gains nothing. Redirects are judged like the first address,
 * at most 3. Proxy settings of the environment are not used. Answers are not unpacked.
 */
export function createOutboundHttp(options: Options = {}): OutboundHttp {
  const rules: AddressRules = {
    allowedHosts: options.allowedHosts ?? [],
    isPublic: options.isPublic ?? isPublicAddress,
    plainHttp: options.plainHttp ?? false,
  };
  const dispatchers = {
    guarded: agentWith(guardedLookup(options.lookup ?? systemLookup, rules.isPublic)),
    allowed: agentWith(options.lookup ?? systemLookup),
  };
  return {
    call: (input) => call(input, rules, dispatchers),
    async close() {
      await Promise.all([dispatchers.guarded.close(), dispatchers.allowed.close()]);
    },
  };
}

function agentWith(lookup: LookupFunction): Agent {
  return new Agent({
    connections: CONNECTIONS,
    maxHeaderSize: MAX_ANSWER_HEADER_BYTES,
    connect: { lookup, timeout: CONNECT_TIMEOUT_MS },
  });
}

/** Answers with all addresses of a name, or fails if one of them is not public. */
function guardedLookup(lookup: LookupFunction, isPublic: AddressRules['isPublic']): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : [...found];
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !isPublic(address))) {
        callback(new OutboundError('refused_address', 'The address leads inward'), []);
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

async function call(
  input: OutboundRequest,
  rules: AddressRules,
  dispatchers: Record<'guarded' | 'allowed', Dispatcher>,
): Promise<OutboundAnswer> {
  if (input.body !== undefined && Buffer.byteLength(input.body) > (input.maxBodyBytes ?? MAX_BODY_BYTES)) {
    throw new OutboundError('invalid_request', 'The body is too long');
  }
  const timeout = AbortSignal.timeout(input.timeoutMs);
  const signal = input.signal === undefined ? timeout : AbortSignal.any([timeout, input.signal]);
  let url = checkUrl(input.url, rules);
  let next = { method: input.method, headers: checkHeaders(input.headers ?? {}), body: input.body };
  for (let redirects = 0; ; redirects += 1) {
    const answer = await once(url, next, { ...input, signal }, rules, dispatchers);
    const location = answer.headers['location'];
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer;
    if (redirects === MAX_REDIRECTS) {
      throw new OutboundError('too_many_redirects', `More than ${MAX_REDIRECTS} redirects`);
    }
    const target = checkUrl(resolve(location, url), rules);
    next = followed(next, answer.status, target.origin === url.origin);
    url = target;
  }
}

interface Hop {
  method: OutboundMethod;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

/** What is asked of where a redirect leads (RFC 9110 §15.4). */
function followed(hop: Hop, status: number, sameOrigin: boolean): Hop {
  const asksAnew = status === 303 ? hop.method !== 'GET' : status < 303 && hop.method === 'POST';
  const kept = Object.entries(hop.headers).filter(
    ([name]) => (sameOrigin || HARMLESS_ELSEWHERE.has(name)) && !(asksAnew && name === 'content-type'),
  );
  const headers = Object.fromEntries(kept);
  return asksAnew ? { method: 'GET', headers, body: undefined } : { ...hop, headers };
}

function resolve(location: string, from: URL): URL {
  try {
    return new URL(location, from);
  } catch (error) {
    throw new OutboundError('unreadable', 'A redirect leads nowhere', { cause: error });
  }
}

async function once(
  url: URL,
  hop: Hop,
  { authorize, signal, maxBytes }: Pick<OutboundRequest, 'authorize' | 'maxBytes'> & { signal: AbortSignal },
  rules: AddressRules,
  dispatchers: Record<'guarded' | 'allowed', Dispatcher>,
): Promise<OutboundAnswer> {
  const secret = authorize?.(url) ?? {};
  const target = new URL(url);
  for (const [name, value] of Object.entries(secret.query ?? {})) target.searchParams.set(name, value);
  try {
    const response = await request(target, {
      method: hop.method,
      dispatcher: isAllowedHost(url, rules) ? dispatchers.allowed : dispatchers.guarded,
      headers: {
        'user-agent': 'Prosa',
        'accept-encoding': 'identity',
        ...hop.headers,
        ...checkHeaders(secret.headers ?? {}),
      },
      ...(hop.body === undefined ? {} : { body: hop.body }),
      signal,
    });
    const headers = joined(response.headers);
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') {
      response.body.on('error', () => undefined).destroy();
      throw new OutboundError(
        'unreadable',
        `The answer is packed (${encoding.slice(0, 40)}) although none was asked for`,
      );
    }
    return { status: response.statusCode, headers, body: await readAll(response.body, maxBytes) };
  } catch (error) {
    if (signal.aborted) throw new OutboundError('timeout', 'No answer in time', { cause: error });
    throw asOutboundError(error);
  }
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

async function readAll(body: AsyncIterable<Buffer>, most = MAX_ANSWER_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > most) {
      throw new OutboundError('too_large', `The answer has more than ${most} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** In words without addresses or secrets: those of the cause stay with it. */
function asOutboundError(error: unknown): OutboundError {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof OutboundError) return one;
  }
  const options = { cause: error };
  if (error instanceof errors.InvalidArgumentError) {
    return new OutboundError('invalid_request', 'This cannot be sent as HTTP', options);
  }
  if (error instanceof errors.HeadersOverflowError) {
    return new OutboundError('too_large', 'The headers of the answer are too long', options);
  }
  const timedOut =
    error instanceof errors.ConnectTimeoutError ||
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError;
  if (timedOut) return new OutboundError('timeout', 'No answer in time', options);
  return new OutboundError(
    'unreachable',
    'The other system could not be reached, or ended the call',
    options,
  );
}
