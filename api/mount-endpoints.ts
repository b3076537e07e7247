import type { Request, Response, Router } from 'express';
import * as z from 'zod';
import { withCorrelation, currentCorrelation } from '../config/correlation';
import { ErrorCode, NotFoundError, UnauthorizedError, ValidationError } from '../domain/errors';
import { verifyAccessToken } from '../services/auth/access-token';
import { type Role, type TenantContext } from '../services/deps';
import type { ApiDeps, Endpoint } from './endpoint';
import { callerLocale } from './errors/locale';
import { requireRole } from './require-role';

/** Puts endpoints on a router: session, role, parsing and the answer's schema are the same for all of them. */
export function mountEndpoints(router: Router, endpoints: Endpoint[], deps: ApiDeps): void {
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    router[endpoint.method](path, async (req, res) => {
      const ctx = endpoint.role === undefined ? undefined : await requireSession(req, deps, endpoint.role);
      const serve = () => answer(endpoint, req, res, deps, ctx);
      const correlation = currentCorrelation();
      if (ctx === undefined || correlation === undefined) await serve();
      else await withCorrelation({ ...correlation, tenantId: ctx.tenantId }, serve);
    });
  }
}

async function answer(
  endpoint: Endpoint,
  req: Request,
  res: Response,
  deps: ApiDeps,
  ctx: TenantContext | undefined,
): Promise<void> {
  const reply = await endpoint.handle({
    params: parseParams(endpoint.params, req),
    query: parse(endpoint.query, req.query, req, 'query'),
    body: parse(endpoint.body, req.body, req, 'body'),
    req,
    res,
    deps,
    ctx,
  });
  if (reply.write !== undefined) {
    await reply.write(req, res);
    return;
  }
  const schema = endpoint.responses[reply.status];
  res.status(reply.status);
  if (schema === undefined || schema === null) res.end();
  else res.json(schema.parse(reply.body));
}

async function requireSession(req: Request, deps: ApiDeps, role: Role): Promise<TenantContext> {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) {
    throw new UnauthorizedError(ErrorCode.token_missing, 'An access token is needed');
  }
  const claims = await verifyAccessToken(token, deps.env.jwtSecret);
  requireRole(claims.role, role);
  return { tenantId: claims.tenant_id, userId: claims.sub, role: claims.role };
}

/** An id that cannot be one is the id of nothing. */
function parseParams(schema: z.ZodObject | undefined, req: Request): unknown {
  if (schema === undefined) return {};
  const parsed = schema.safeParse(req.params);
  if (!parsed.success) throw new NotFoundError('Resource');
  return parsed.data;
}

function parse(
  schema: z.ZodType | undefined,
  input: unknown,
  req: Request,
  where: 'query' | 'body',
): unknown {
  if (schema === undefined) return where === 'query' ? {} : undefined;
  const parsed = schema.safeParse(input ?? {}, { error: zodLocale(callerLocale(req)) });
  if (parsed.success) return parsed.data;
  throw new ValidationError(ErrorCode.validation_failed, `Invalid ${where}`, {
    details: {
      fields: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    },
  });
}

function zodLocale(locale: ReturnType<typeof callerLocale>): z.core.$ZodErrorMap {
  switch (locale) {
    case 'pt-BR':
      return z.locales.pt().localeError;
    case 'es':
      return z.locales.es().localeError;
    case 'en':
      return z.locales.en().localeError;
  }
}
