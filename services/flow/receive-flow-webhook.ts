import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { newId } from '../../config/new-id';
import { ErrorCode, NotFoundError, UnauthorizedError, ValidationError } from '../../domain/errors';
import { shapeProblem } from '../../domain/flow/json-shape';
import { withoutSecrets } from '../../domain/flow/portable';
import {
  asText,
  type FlowObject,
  type FlowValue,
  isFlowObject,
  readPath,
} from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import { awaitReply } from './answer-webhook';
import { hashToken } from './external-waits';
import { fireEvents } from './note-flow-event';
import { startRun } from './start-run';
import { webhookContact } from './webhook-contact';

/** A call to a webhook of a flow, as it came. */
export interface WebhookCall {
  token: string;
  method: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** What the signature is over. */
  raw: Buffer;
  body: FlowValue;
}

/** What is answered: JSON is sent as it is. */
export interface WebhookAnswer {
  status: number;
  as: 'json' | 'text';
  body: string;
}

const settingsSchema = z.object({
  method: z.string(),
  auth: z.discriminatedUnion('by', [
    z.object({ by: z.literal('hmac'), credentialId: z.string(), header: z.string() }),
    z.object({ by: z.literal('token'), credentialId: z.string() }),
  ]),
  contactPath: z.string().optional(),
  createContact: z.boolean().optional(),
  namePath: z.string().optional(),
  emailPath: z.string().optional(),
  dedupePath: z.string().optional(),
  bodySchema: z.record(z.string(), z.json()).optional(),
  reply: z.object({ status: z.number(), body: z.string(), waitSeconds: z.number().default(0) }),
});
type Settings = z.infer<typeof settingsSchema>;

/** Headers that a run may see. */
const SHOWN_HEADERS = /^(content-type|user-agent|x-)/;
const KEY_LENGTH = 200;

type WebhookDeps = Pick<Deps, 'db' | 'secrets' | 'workflows' | 'log'>;

/**
 * Begins a run for a call to a flow's webhook. Durable when it returns; the same event again is the same run, and gets the
 * same answer. Where the trigger says so, a contact is made for a phone that is new, and the caller waits for what the run
 * answers.
 *
 * @param options.test keep it as the sample, and begin nothing
 * @throws NotFoundError for an address, or a method, that nobody published
 * @throws UnauthorizedError webhook_refused without the right signature or token
 * @throws ValidationError for a body that is not of the node's schema
 * @throws ProviderUnavailableError engine_unavailable
 */
export async function receiveFlowWebhook(
  deps: WebhookDeps,
  call: WebhookCall,
  options: { test: boolean },
): Promise<WebhookAnswer> {
  const trigger = await deps.db.withSystem((tx) =>
    tx.flowTrigger.findUnique({
      where: { tokenHash: hashToken(call.token) },
      include: { flow: { select: { status: true, published: true } } },
    }),
  );
  if (trigger?.kind !== 'inbound_webhook') throw new NotFoundError('Address');
  const { tenantId, flowId, nodeId, version: number } = trigger;
  const settings = settingsSchema.parse(trigger.settings);
  if (call.method !== settings.method) throw new NotFoundError('Address');
  await authenticate(deps, tenantId, settings.auth, call);
  const problem = settings.bodySchema && shapeProblem(settings.bodySchema, call.body);
  if (options.test) {
    await keepSample(deps, tenantId, trigger.id, call);
    const body = problem === undefined ? 'ok' : `${problem.path}: ${problem.message}`;
    return { status: 200, as: 'text', body };
  }
  if (problem !== undefined) {
    throw new ValidationError(ErrorCode.validation_failed, 'The body is not what the node asks for', {
      details: { fields: [problem] },
    });
  }
  if (trigger.flow.status !== 'active' || trigger.flow.published !== number)
    throw new NotFoundError('Address');
  const { contactPath, dedupePath, reply } = settings;
  const about = await deps.db.withTenant(tenantId, async (tx) => {
    const version = await tx.flowVersion.findFirst({
      where: { tenantId, flowId, number },
      select: { id: true },
    });
    if (version === null) throw new NotFoundError('Address');
    const { contactId, events } = await webhookContact(tx, tenantId, call.body, settings);
    const conversation =
      contactId === null
        ? null
        : await tx.conversation.findFirst({
            where: { tenantId, contactId, mergedIntoId: null, kind: 'person' },
            orderBy: { lastMessageAt: 'desc' },
            select: { id: true },
          });
    return { versionId: version.id, contactId, conversationId: conversation?.id ?? null, events };
  });
  await fireEvents(deps, about.events);
  const { runId } = await startRun(deps, {
    tenantId,
    flowId,
    versionId: about.versionId,
    trigger: { kind: 'inbound_webhook', node: nodeId },
    eventKey: `webhook:${nodeId}:${keyOf(call, dedupePath)}`,
    payload: {
      corpo: call.body,
      cabecalhos: shownHeaders(call.headers),
      ...(contactPath === undefined ? {} : { contato: about.contactId }),
    },
    contactId: about.contactId,
    conversationId: about.conversationId,
  });
  if (reply.waitSeconds > 0) {
    const said = await awaitReply(deps, { tenantId, runId }, reply.waitSeconds * 1_000);
    if (said !== undefined) return said;
  }
  return reply.body === ''
    ? { status: 202, as: 'json', body: JSON.stringify({ runId }) }
    : { status: reply.status, as: 'text', body: reply.body };
}

async function authenticate(
  deps: WebhookDeps,
  tenantId: string,
  auth: Settings['auth'],
  { headers, raw }: WebhookCall,
): Promise<void> {
  const secret = await secretOf(deps, tenantId, auth.credentialId);
  const given =
    auth.by === 'hmac'
      ? (headers[auth.header.toLowerCase()] ?? '').replace(/^sha256=/i, '').toLowerCase()
      : (headers.authorization?.replace(/^Bearer\s+/i, '') ?? headers['x-webhook-token'] ?? '');
  const wanted =
    secret === undefined
      ? undefined
      : auth.by === 'hmac'
        ? createHmac('sha256', secret).update(raw).digest('hex')
        : secret;
  if (wanted !== undefined && sameText(given, wanted)) return;
  throw new UnauthorizedError(ErrorCode.webhook_refused, 'A webhook came without its secret');
}

async function secretOf(deps: WebhookDeps, tenantId: string, id: string): Promise<string | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.credential.findFirst({ where: { tenantId, id }, select: { secret: true } }),
  );
  return row === null ? undefined : deps.secrets.open({ tenantId, column: 'credentials.secret' }, row.secret);
}

/** Over hashes, so that lengths tell nothing. */
function sameText(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/** What makes two calls one: a place in the body, or the caller's own key; else each call is its own event. */
function keyOf({ body, headers }: WebhookCall, dedupePath: string | undefined): string {
  const found = dedupePath === undefined ? undefined : readPath(body, dedupePath.split('.'));
  const key = found === undefined || found === null ? headers['idempotency-key'] : asText(found);
  if (key === undefined || key === '') return newId();
  return key.length <= KEY_LENGTH ? key : createHash('sha256').update(key).digest('hex');
}

function shownHeaders(headers: Record<string, string>): FlowObject {
  const shown = Object.fromEntries(Object.entries(headers).filter(([name]) => SHOWN_HEADERS.test(name)));
  const clean = withoutSecrets(shown);
  return isFlowObject(clean) ? clean : {};
}

async function keepSample(
  deps: WebhookDeps,
  tenantId: string,
  id: string,
  { body, headers }: WebhookCall,
): Promise<void> {
  const sample: FlowObject = { corpo: body, cabecalhos: shownHeaders(headers) };
  await deps.db.withTenant(tenantId, (tx) =>
    tx.flowTrigger.updateMany({
      where: { tenantId, id },
      data: { sample, sampleAt: new Date() },
    }),
  );
}
