import * as z from 'zod';
import { login } from '../../../services/auth/login';
import { PASSWORD_MAX_CHARACTERS } from '../../../services/auth/password';
import { publicEndpoint } from '../../endpoint';
import type { LoginGuard } from './login-guard';
import { sessionSchema, setRefreshCookie } from './session-reply';

export const loginEndpoint = (guard: LoginGuard) =>
  publicEndpoint({
    method: 'post',
    path: '/api/v1/auth/login',
    tag: 'auth',
    summary: 'Sign in with e-mail and password',
    description:
      'Gives an access token, and a refresh token in an httpOnly cookie. After too many wrong passwords it answers 429 with Retry-After.',
    body: z.strictObject({
      email: z.string().trim().min(1).max(254),
      password: z.string().min(1).max(PASSWORD_MAX_CHARACTERS),
    }),
    responses: { 200: sessionSchema },
    async handle({ deps, body, req, res }) {
      const session = await guard({ address: req.ip ?? '', email: body.email }, () =>
        login(deps, { ...body, userAgent: req.headers['user-agent'] ?? null }),
      );
      setRefreshCookie(res, deps.env, session);
      return { status: 200, body: session };
    },
  });
