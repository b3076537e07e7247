import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { param } from '../../http/param';
import { couldNotCreate, notFound, recordInvalid } from '../chatwoot-error';
import { ok, type ChatwootHandler } from '../chatwoot-route';
import { guardAdministrator, guardUser } from '../guards';
import { readBody, textField } from '../read-body';
import { inboxView } from '../views/inbox-views';

const createSchema = z.object({
  name: textField,
  channel: z.object({ type: textField, webhook_url: textField.optional() }).optional(),
});

export const listInboxes: ChatwootHandler = ({ world, caller }) => {
  const viewer = guardUser(caller);
  const { inboxes, signs } = world.state.chatwoot;
  const byName = inboxes.all().sort((a, b) => a.name.localeCompare(b.name));
  return ok({ payload: byName.map((inbox) => inboxView(inbox, viewer, signs)) });
};

export const showInbox: ChatwootHandler = ({ world, req, caller }) => {
  const viewer = guardUser(caller);
  const { inboxes, signs } = world.state.chatwoot;
  const inbox = inboxes.get(Number(param(req, 'id')));
  if (inbox === undefined) throw notFound();
  return ok(inboxView(inbox, viewer, signs));
};

/** Only API inboxes: the others need somebody's account elsewhere. */
export const createInbox: ChatwootHandler = ({ world, req, caller }) => {
  const viewer = guardAdministrator(caller);
  const { name, channel } = readBody(createSchema, req.body);
  if (channel?.type !== 'api') throw couldNotCreate('Only API inboxes are modelled here');
  if (name === null) throw recordInvalid([{ attribute: 'name', message: "can't be blank" }]);
  const { inboxes, signs } = world.state.chatwoot;
  const inbox = inboxes.add((id) => ({
    id,
    name,
    webhookUrl: channel.webhook_url ?? null,
    identifier: randomBytes(12).toString('hex'),
    hmacToken: randomBytes(12).toString('hex'),
    secret: randomUUID().replaceAll('-', ''),
  }));
  world.changes.announce({ type: 'chatwoot' });
  return ok(inboxView(inbox, viewer, signs));
};
