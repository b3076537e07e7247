import type { Request, Response } from 'express';
import type * as z from 'zod';
import type { Deps, Role, TenantContext } from '../services/deps';
import type { EmbedQuestion } from '../services/knowledge/embed-question';

export type ApiDeps = Deps & { embedQuestion: EmbedQuestion };

/** What an endpoint answers with. The body is cut to its schema: a field that is not declared never leaves. */
export interface Reply {
  status: number;
  body?: unknown;
  /** Writes the answer itself, status and all: for bytes, which no schema describes. */
  write?: (req: Request, res: Response) => Promise<void>;
}

type NoFields = z.ZodObject<Record<string, never>>;

interface Parsed<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  req: Request;
  res: Response;
  deps: ApiDeps;
}

interface Description<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI form, with the prefix: `/api/v1/conversations/{id}`. */
  path: `/api/v1/${string}`;
  tag: string;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Schema by status of each success; null for an empty one. */
  responses: Record<number, z.ZodType | null>;
}

/** One endpoint, as data: what it takes, who may call it, what it answers. Mounted and documented from the same. */
export interface Endpoint {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  tag: string;
  summary: string;
  description: string | undefined;
  params: z.ZodObject | undefined;
  query: z.ZodObject | undefined;
  body: z.ZodType | undefined;
  responses: Record<number, z.ZodType | null>;
  /** The least role that may call it; undefined: anybody. */
  role: Role | undefined;
  handle(input: {
    params: unknown;
    query: unknown;
    body: unknown;
    req: Request;
    res: Response;
    deps: ApiDeps;
    ctx: TenantContext | undefined;
  }): Promise<Reply>;
}

/** An endpoint for signed-in people with at least `role`. */
export function endpoint<
  P extends z.ZodObject = NoFields,
  Q extends z.ZodObject = NoFields,
  B extends z.ZodType = z.ZodUndefined,
>(
  description: Description<P, Q, B> & {
    role: Role;
    handle: (input: Parsed<P, Q, B> & { ctx: TenantContext }) => Promise<Reply>;
  },
): Endpoint {
  return erased(description, description.role, (input) => {
    // mountEndpoints lets nobody through to an endpoint with a role who did not sign in.
    if (input.ctx === undefined) throw new Error('an endpoint with a role was called without a session');
    return description.handle({ ...input, ctx: input.ctx });
  });
}

/** An endpoint for anybody. */
export function publicEndpoint<
  P extends z.ZodObject = NoFields,
  Q extends z.ZodObject = NoFields,
  B extends z.ZodType = z.ZodUndefined,
>(description: Description<P, Q, B> & { handle: (input: Parsed<P, Q, B>) => Promise<Reply> }): Endpoint {
  return erased(description, undefined, description.handle);
}

/** Forgets the parameter types: what reaches `handle` was parsed by these very schemas (mount-endpoints.ts). */
function erased<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  description: Description<P, Q, B>,
  role: Role | undefined,
  handle: (input: Parsed<P, Q, B> & { ctx: TenantContext | undefined }) => Promise<Reply>,
): Endpoint {
  return {
    method: description.method,
    path: description.path,
    tag: description.tag,
    summary: description.summary,
    description: description.description,
    params: description.params,
    query: description.query,
    body: description.body,
    responses: description.responses,
    role,
    handle: (input) =>
      handle({
        ...input,
        params: input.params as z.output<P>,
        query: input.query as z.output<Q>,
        body: input.body as z.output<B>,
      }),
  };
}
