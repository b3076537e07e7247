import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { endSessionHere } from '../../../lib/session/end-session';
import { tellOtherTabsOfSignOut } from '../../../lib/session/session-channel';

/** Ends every session of this person, this one included. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      call(api.PUT('/api/v1/me/password', { body })),
    onSuccess: () => {
      endSessionHere('password_changed');
      tellOtherTabsOfSignOut();
    },
  });
}
