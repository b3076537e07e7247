import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { sessionStore } from '../../../lib/session/session';
import type { LoginForm } from '../lib/login-schema';

export function useLogin() {
  return useMutation({
    mutationFn: (body: LoginForm) => call(api.POST('/api/v1/auth/login', { body })),
    onSuccess: (session) => sessionStore.set({ status: 'signedIn', session }),
  });
}
