import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RouteHandler } from '../../http/stand-in-route';
import type { Instance } from '../../state/instance';
import type { World } from '../../world';
import { flag, notEmpty, text } from '../body-fields';
import { EvolutionError, badRequest } from '../evolution-error';
import { guardKey } from '../guards';
import { validateBody } from '../validate-body';
import { webhookConfig, webhookFields } from '../webhook-config';

const schema = z.object({
  instanceName: notEmpty('instanceName'),
  integration: text().optional(),
  token: text().optional(),
  number: text()
    .regex(/^\d+[.@\w-]+/, { error: 'does not match pattern "^\\\\d+[\\\\.@\\\\w-]+"' })
    .optional(),
  qrcode: flag().optional(),
  rejectCall: flag().default(false),
  msgCall: text().default(''),
  groupsIgnore: flag().default(false),
  alwaysOnline: flag().default(false),
  readMessages: flag().default(false),
  readStatus: flag().default(false),
  syncFullHistory: flag().default(false),
  webhook: webhookFields.partial({ enabled: true }).optional(),
});

const INTEGRATIONS = ['WHATSAPP-BAILEYS', 'WHATSAPP-BUSINESS', 'EVOLUTION'];

export function createInstance(world: World): RouteHandler {
  return async (req) => {
    refuseTakenName(world, req.body);
    guardKey(world, req);
    const body = validateBody(schema, req.body);
    const integration = body.integration ?? '';
    if (!INTEGRATIONS.includes(integration)) throw badRequest('Invalid integration');
    const instance = newInstance(world, body, integration);
    world.state.instances.set(instance.name, instance);
    world.changes.announce({ type: 'instances' });
    const { name, id } = instance;
    void world.webhooks.emit(instance, {
      event: 'instance.create',
      data: { instanceName: name, instanceId: id },
    });
    if (body.qrcode === true) {
      world.connections.connect(instance, body.number);
      await world.clock.sleep(world.timings.connectMs, world.closing);
    }
    await world.save();
    const qrcode = body.qrcode === true ? world.connections.qrCode(instance) : undefined;
    return { status: 201, body: { ...describe(instance), qrcode } };
  };
}

/** Checked before the key, as the real server does. */
function refuseTakenName(world: World, body: unknown): void {
  const named = z.object({ instanceName: z.string() }).safeParse(body);
  if (!named.success || !world.state.instances.has(named.data.instanceName)) return;
  throw new EvolutionError(403, [`This name "${named.data.instanceName}" is already in use.`]);
}

function newInstance(world: World, body: z.infer<typeof schema>, integration: string): Instance {
  const now = new Date(world.clock.now()).toISOString();
  return {
    id: randomUUID(),
    name: body.instanceName,
    integration,
    token: body.token ?? randomUUID().toUpperCase(),
    number: body.number ?? null,
    state: 'close',
    ownerJid: null,
    profileName: null,
    disconnectionReasonCode: null,
    disconnectionAt: null,
    createdAt: now,
    updatedAt: now,
    settings: {
      rejectCall: body.rejectCall,
      msgCall: body.msgCall,
      groupsIgnore: body.groupsIgnore,
      alwaysOnline: body.alwaysOnline,
      readMessages: body.readMessages,
      readStatus: body.readStatus,
      syncFullHistory: body.syncFullHistory,
    },
    webhook: body.webhook === undefined ? null : webhookOf(world, body.webhook),
  };
}

/** Without `events` the real server stumbles over `undefined.length`, and the instance is not kept. */
function webhookOf(world: World, fields: Parameters<typeof webhookConfig>[0]): Instance['webhook'] {
  if (fields.events === undefined) {
    throw badRequest("Cannot read properties of undefined (reading 'length')");
  }
  return webhookConfig({ ...fields, enabled: true }, null, world.clock.now());
}

function describe({ name, id, integration, token, webhook, settings }: Instance): object {
  return {
    instance: {
      instanceName: name,
      instanceId: id,
      integration,
      webhookWaBusiness: null,
      accessTokenWaBusiness: '',
      status: 'close',
    },
    hash: token,
    webhook: {
      webhookUrl: webhook?.url,
      webhookHeaders: webhook?.headers ?? undefined,
      webhookByEvents: webhook?.webhookByEvents,
      webhookBase64: webhook?.webhookBase64,
    },
    websocket: { enabled: false },
    rabbitmq: { enabled: false },
    nats: { enabled: false },
    sqs: { enabled: false },
    settings,
  };
}
