import type { Request } from 'express';
import { param } from '../http/param';
import { ACCOUNT, callerWith, type Caller, type User } from './people';
import { ChatwootError, notFound, unauthorized } from './chatwoot-error';

/** Whose token the call carries; without any, it is as if nobody had signed in. */
export function guardToken(req: Request): Caller {
  const token = req.get('api_access_token');
  if (token === undefined || token === '') {
    throw new ChatwootError(401, { errors: ['You need to sign in or sign up before continuing.'] });
  }
  const caller = callerWith(token);
  if (caller === undefined) throw unauthorized('Invalid Access Token');
  return caller;
}

export function guardAccount(req: Request): void {
  if (Number(param(req, 'accountId')) !== ACCOUNT.id) throw notFound();
}

/** Bots may only do the few things that answer a conversation. */
export function guardUser(caller: Caller): User {
  if (caller.type === 'User') return caller;
  throw unauthorized('Access to this endpoint is not authorized for bots');
}

export function guardAdministrator(caller: Caller): User {
  const user = guardUser(caller);
  if (user.role === 'administrator') return user;
  throw unauthorized('You are not authorized to do this action');
}
