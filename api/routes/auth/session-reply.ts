import * as cookie from 'cookie';
import type { Request, Response } from 'express';
import * as z from 'zod';
import type { Env } from '../../../config/env';
import { ErrorCode, ForbiddenError } from '../../../domain/errors';
import type { Session } from '../../../services/auth/session';
import { roleSchema } from '../../schemas';

export const sessionSchema = z.object({
  accessToken: z.string().describe('Bearer token for the Authorization header'),
  expiresIn: z.number().int().describe('Seconds the access token lives'),
  user: z.object({ id: z.uuid(), name: z.string(), email: z.string(), role: roleSchema }),
  tenant: z.object({ id: z.uuid(), name: z.string() }),
});

/** `__Host-` makes browsers insist on HTTPS and this very host; plain http://localhost cannot have it. */
const cookieName = (env: Env) => (env.production ? '__Host-prosa-refresh' : 'prosa-refresh');

export function setRefreshCookie(res: Response, env: Env, session: Session): void {
  res.append('set-cookie', refreshCookie(env, session.refreshToken, session.refreshExpiresAt));
}

export function clearRefreshCookie(res: Response, env: Env): void {
  res.append('set-cookie', refreshCookie(env, '', new Date(0)));
}

export function readRefreshCookie(req: Request, env: Env): string | undefined {
  const value = cookie.parse(req.headers.cookie ?? '')[cookieName(env)];
  return value === '' ? undefined : value;
}

function refreshCookie(env: Env, value: string, expires: Date): string {
  return cookie.serialize(cookieName(env), value, {
    httpOnly: true,
    secure: env.production,
    sameSite: 'strict',
    path: '/',
    expires,
  });
}

/**
 * Cookies travel by themselves, so what they authorise is accepted from our own pages only. Callers that are no
 * browser send neither header.
 *
 * @throws ForbiddenError origin_forbidden
 */
export function requireSameOrigin(req: Request): void {
  const site = req.headers['sec-fetch-site'];
  const origin = req.headers.origin;
  const otherSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const otherOrigin = origin !== undefined && hostOf(origin) !== req.headers.host;
  if (otherSite || otherOrigin) {
    throw new ForbiddenError(ErrorCode.origin_forbidden, 'A request with a cookie came from another origin');
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
