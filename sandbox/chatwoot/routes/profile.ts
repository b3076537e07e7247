import { ok, type ChatwootHandler } from '../chatwoot-route';
import { guardUser } from '../guards';
import { ACCOUNT } from '../people';

export const showProfile: ChatwootHandler = ({ caller }) => {
  const user = guardUser(caller);
  return ok({
    access_token: user.token,
    account_id: ACCOUNT.id,
    available_name: user.name,
    avatar_url: '',
    confirmed: true,
    display_name: null,
    message_signature: null,
    email: user.email,
    id: user.id,
    inviter_id: null,
    name: user.name,
    provider: 'email',
    role: user.role,
    ui_settings: {},
    uid: user.email,
    type: null,
    accounts: [
      {
        id: ACCOUNT.id,
        name: ACCOUNT.name,
        status: 'active',
        role: user.role,
        permissions: [user.role],
        availability: 'online',
        availability_status: 'online',
        auto_offline: true,
      },
    ],
  });
};
