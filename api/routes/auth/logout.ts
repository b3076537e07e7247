import { endSession } from '../../../services/auth/refresh-session';
import { publicEndpoint } from '../../endpoint';
import { clearRefreshCookie, readRefreshCookie, requireSameOrigin } from './session-reply';

export const logoutEndpoint = publicEndpoint({
  method: 'post',
  path: '/api/v1/auth/logout',
  tag: 'auth',
  summary: 'End the session',
  description: 'Revokes the refresh cookie and its whole chain. Fine without one.',
  responses: { 204: null },
  async handle({ deps, req, res }) {
    requireSameOrigin(req);
    const refreshToken = readRefreshCookie(req, deps.env);
    if (refreshToken !== undefined) await endSession(deps, refreshToken);
    clearRefreshCookie(res, deps.env);
    return { status: 204 };
  },
});
