import type { Fault } from '../faults/fault';
import { webhookToken } from './webhook-token';

const HOUR_SECONDS = 3_600;

/** The channel's own headers as they are, except `jwt_key`, in whose place a signed token goes. */
export function webhookHeaders(custom: Record<string, string>, issuedAt: number): Record<string, string> {
  const { jwt_key: secret, ...others } = custom;
  return {
    'content-type': 'application/json',
    'user-agent': 'axios/1.7.9',
    ...others,
    ...(secret === undefined ? {} : { authorization: `Bearer ${webhookToken(secret, issuedAt)}` }),
  };
}

/** A forger's headers, where a fault asks for them. */
export function spoilHeaders(
  headers: Record<string, string>,
  custom: Record<string, string>,
  faults: Fault[],
  issuedAt: number,
): Record<string, string> {
  const { jwt_key: secret, ...others } = custom;
  const kinds = faults.map(({ kind }) => kind);
  const plain = webhookHeaders({}, issuedAt);
  if (kinds.includes('noSecret')) return plain;
  if (kinds.includes('expiredToken')) {
    return secret === undefined ? headers : webhookHeaders(custom, issuedAt - HOUR_SECONDS);
  }
  if (!kinds.includes('wrongSecret')) return headers;
  const wrong = Object.fromEntries(Object.keys(others).map((name) => [name, 'wrong-secret']));
  return {
    ...plain,
    ...wrong,
    ...(secret === undefined ? {} : { authorization: `Bearer ${webhookToken('wrong-secret', issuedAt)}` }),
  };
}
