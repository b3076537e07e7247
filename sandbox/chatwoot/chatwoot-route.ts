import type { Request } from 'express';
import type { Answer } from '../http/answer';
import { param } from '../http/param';
import type { World } from '../world';
import { notFound } from './chatwoot-error';
import type { Caller } from './people';
import type { Contact, Conversation } from './state/rows';

/** A call whose token and account are in order. */
export interface Call {
  world: World;
  req: Request;
  caller: Caller;
}

export type ChatwootHandler = (call: Call) => Answer;

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** Done, and nothing to say about it. */
export function head(): Answer {
  return { status: 200, body: undefined };
}

/** The conversation a path names, by the number people see. */
export function conversationIn({ world, req }: Call): Conversation {
  const conversation = world.state.chatwoot.conversations.get(Number(param(req, 'id')));
  if (conversation === undefined) throw notFound();
  return conversation;
}

export function contactIn({ world, req }: Call): Contact {
  const contact = world.state.chatwoot.contacts.get(Number(param(req, 'id')));
  if (contact === undefined) throw notFound();
  return contact;
}
