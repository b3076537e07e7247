import * as z from 'zod';
import { changePassword } from '../../../services/auth/change-password';
import { PASSWORD_MAX_CHARACTERS, PASSWORD_MIN_CHARACTERS } from '../../../services/auth/password';
import { endpoint } from '../../endpoint';
import { clearRefreshCookie } from '../auth/session-reply';

export const changePasswordEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/me/password',
  tag: 'me',
  summary: 'Change the own password',
  description: 'Ends every session of this user, this one included, once its access token has expired.',
  role: 'ORG_AGENT',
  body: z.strictObject({
    currentPassword: z.string().min(1).max(PASSWORD_MAX_CHARACTERS),
    newPassword: z.string().min(PASSWORD_MIN_CHARACTERS).max(PASSWORD_MAX_CHARACTERS),
  }),
  responses: { 204: null },
  async handle({ deps, ctx, body, res }) {
    await changePassword(deps, ctx, body);
    clearRefreshCookie(res, deps.env);
    return { status: 204 };
  },
});
