import { ErrorCode, UnauthorizedError } from '../../../domain/errors';
import { refreshSession } from '../../../services/auth/refresh-session';
import { publicEndpoint } from '../../endpoint';
import {
  clearRefreshCookie,
  readRefreshCookie,
  requireSameOrigin,
  sessionSchema,
  setRefreshCookie,
} from './session-reply';

export const refreshEndpoint = publicEndpoint({
  method: 'post',
  path: '/api/v1/auth/refresh',
  tag: 'auth',
  summary: 'Continue a session',
  description:
    'Spends the refresh cookie and sets the next one. A cookie that was spent before ends the session.',
  responses: { 200: sessionSchema },
  async handle({ deps, req, res }) {
    requireSameOrigin(req);
    const refreshToken = readRefreshCookie(req, deps.env);
    if (refreshToken === undefined)
      throw new UnauthorizedError(ErrorCode.session_ended, 'There is no session');
    try {
      const session = await refreshSession(deps, {
        refreshToken,
        userAgent: req.headers['user-agent'] ?? null,
      });
      setRefreshCookie(res, deps.env, session);
      return { status: 200, body: session };
    } catch (error) {
      if (error instanceof UnauthorizedError) clearRefreshCookie(res, deps.env);
      throw error;
    }
  },
});
