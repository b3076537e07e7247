import { isIP } from 'node:net';
import { OutboundError } from './outbound-error';

const MAX_URL_CHARACTERS = 8_000;
const MAX_HEADERS = 50;
const MAX_HEADER_CHARACTERS = 16_000;
/** Below it lie the ports of mail, shells and other services that could be talked to in disguise. */
const FIRST_FREE_PORT = 1_024;

/** What the connection and the message's frame are made of: nobody but the client sets it. */
const OWN_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
/** Tabs, printable ASCII and Latin-1: no line ends, no NUL. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

export interface AddressRules {
  /** `host` or `host:port` that may be inside and spoken to without TLS: stand-ins of tests. */
  allowedHosts: readonly string[];
  isPublic: (address: string) => boolean;
  /** Tests only: no TLS needed anywhere. */
  plainHttp: boolean;
}

export function isAllowedHost(url: URL, rules: AddressRules): boolean {
  return rules.allowedHosts.includes(url.host) || rules.allowedHosts.includes(url.hostname);
}

/**
 * Reads an address that a tenant gave. Every spelling of a number (decimal, octal, hex, short, full-width) is one
 * after `URL` has read it; names are judged when they are looked up.
 *
 * @throws OutboundError refused_address, invalid_request
 */
export function checkUrl(address: string | URL, rules: AddressRules): URL {
  const text = String(address);
  if (text.length > MAX_URL_CHARACTERS) throw new OutboundError('invalid_request', 'The address is too long');
  let url: URL;
  try {
    url = new URL(text);
  } catch (error) {
    throw new OutboundError('invalid_request', 'This is no address', { cause: error });
  }
  if (url.username !== '' || url.password !== '') {
    throw new OutboundError('refused_address', 'A password in the address: use a credential');
  }
  const allowed = isAllowedHost(url, rules);
  const plain = url.protocol === 'http:' && (allowed || rules.plainHttp);
  if (url.protocol !== 'https:' && !plain) throw new OutboundError('refused_address', 'Only https is called');
  if (allowed) return url;
  if (url.port !== '' && Number(url.port) < FIRST_FREE_PORT) {
    throw new OutboundError('refused_address', `Port ${url.port} is not called`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === '' || (isIP(host) !== 0 && !rules.isPublic(host))) {
    throw new OutboundError('refused_address', 'The address leads inward');
  }
  return url;
}

/** Headers by their lower-case names. @throws OutboundError invalid_request */
export function checkHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers);
  const size = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (entries.length > MAX_HEADERS || size > MAX_HEADER_CHARACTERS) {
    throw new OutboundError('invalid_request', 'Too many headers, or too long ones');
  }
  const checked: Record<string, string> = {};
  for (const [given, value] of entries) {
    const name = given.toLowerCase();
    if (!TOKEN.test(name) || OWN_HEADERS.has(name)) {
      throw new OutboundError('invalid_request', `The header "${given.slice(0, 100)}" cannot be set`);
    }
    if (!VALUE.test(value)) {
      throw new OutboundError(
        'invalid_request',
        `The header "${given}" holds characters that no header may have`,
      );
    }
    checked[name] = value;
  }
  return checked;
}
