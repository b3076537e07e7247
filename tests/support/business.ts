import { openDatabase } from '../../adapters/postgres/database';
import type { Env } from '../../config/env';
import { newId } from '../../config/new-id';
import { createChannel, WEBHOOK_SECRET_HEADER } from '../../services/channel/create-channel';
import { SEALED } from '../../services/channel/channel-access';
import { createSecretBox } from '../../services/secret/secret-box';
import { createTenant } from '../../services/tenant/create-tenant';

interface BotSettings {
  debounceMs: number;
  confidenceThreshold: number;
  greeting: string;
  fallback: string;
  humanReturn: string;
  unanswered: string;
  humanReturnMs: number;
}

export interface Business {
  tenantId: string;
  email: string;
  password: string;
  /** What its provider was told. */
  webhook: { url: string; headers: Record<string, string>; instance: string };
}

/** A tenant without knowledge that answers everything at once, unless told otherwise, with one number. */
export async function createBusiness(env: Env, settings: Partial<BotSettings> = {}): Promise<Business> {
  const db = openDatabase({ ...env.database, log: () => undefined });
  const secrets = createSecretBox(env.encryptionKeys);
  const person = { name: 'Ana', email: `${newId()}@example.test`, password: 'a-long-password' };
  const owner = { ...person, role: 'ORG_ADMIN' as const };
  const { tenantId, userId } = await createTenant({ db }, { name: 'Loja', owner });
  await db.withTenant(tenantId, (tx) =>
    tx.botConfig.update({
      where: { tenantId },
      data: {
        debounceMs: 0,
        confidenceThreshold: 0,
        greeting: '',
        charactersPerSecond: 0,
        sendPerMinute: 0,
        ...settings,
      },
    }),
  );
  const evolution = { createInstance: () => Promise.resolve() } as never;
  const live = { publish: () => undefined, close: () => Promise.resolve() };
  const ctx = { tenantId, userId, role: 'ORG_ADMIN' as const };
  const { id } = await createChannel({ db, env, secrets, evolution, live }, ctx, { name: 'Loja' });
  const row = await db.withTenant(tenantId, (tx) => tx.channel.findUniqueOrThrow({ where: { id } }));
  await db.close();
  const key = secrets.open({ tenantId, column: SEALED.webhookKey }, row.webhookKey);
  const secret = secrets.open({ tenantId, column: SEALED.webhookSecret }, row.webhookSecret);
  return {
    tenantId,
    email: person.email,
    password: person.password,
    webhook: {
      url: `http://127.0.0.1:${String(env.port)}/webhooks/evolution/${key}`,
      headers: { [WEBHOOK_SECRET_HEADER]: secret },
      instance: row.instanceName,
    },
  };
}
