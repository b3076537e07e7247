import { createEvolutionClient } from '../adapters/evolution/client';
import { createLocalLiveEvents } from '../adapters/live/live-events';
import { createOpenAiClient } from '../adapters/openai/client';
import { createEmbed } from '../adapters/openai/embed';
import { openDatabase } from '../adapters/postgres/database';
import { runProcess } from '../config/run-process';
import { applyConnection } from '../services/channel/apply-connection';
import { createChannel } from '../services/channel/create-channel';
import { getQrCode } from '../services/channel/get-qr-code';
import type { Deps, TenantContext } from '../services/deps';
import { failRevision, indexRevision } from '../services/knowledge/index-revision';
import { storeRevision } from '../services/knowledge/knowledge-text';
import { createSecretBox } from '../services/secret/secret-box';
import { createTenant } from '../services/tenant/create-tenant';
import { DEMO_KNOWLEDGE } from './demo-knowledge';

type SeedDeps = Pick<Deps, 'env' | 'log' | 'db' | 'secrets' | 'evolution' | 'embed' | 'live'>;

const DEMO = { email: 'demo@prosa.local', password: 'demo-prosa' };
const ADMIN = { email: 'admin@prosa.local', password: 'admin-prosa' };
const DEMO_NUMBER = '5541988110000';

/** A first start outside production: a platform admin, and a clinic that knows something and has a number. */
runProcess('seed', async (env, log) => {
  if (env.production) {
    log.warn('a production database is not seeded');
    process.exit(0);
  }
  const deps: SeedDeps = {
    env,
    log,
    db: openDatabase({
      ...env.database,
      log: (error) => log.warn({ err: error }, 'a database connection failed'),
    }),
    secrets: createSecretBox(env.encryptionKeys),
    evolution: createEvolutionClient(env.evolution),
    embed: createEmbed(createOpenAiClient(env.openai), env.openai.embeddingModel),
    live: createLocalLiveEvents(),
  };
  if (!(await exists(deps, ADMIN.email))) {
    await createTenant(deps, {
      name: 'Prosa',
      owner: { name: 'Administração', ...ADMIN, role: 'SUPER_ADMIN' },
    });
  }
  if (!(await exists(deps, DEMO.email))) await seedClinic(deps);
  process.exit(0);
});

async function exists(deps: SeedDeps, email: string): Promise<boolean> {
  return (await deps.db.withSystem((tx) => tx.user.count({ where: { email } }))) > 0;
}

async function seedClinic(deps: SeedDeps): Promise<void> {
  const { tenantId, userId } = await createTenant(deps, {
    name: 'Clínica Aurora',
    owner: { name: 'Rafaela Lima', ...DEMO, phone: '5541999990000', role: 'ORG_ADMIN' },
  });
  const ctx: TenantContext = { tenantId, userId, role: 'ORG_ADMIN' };
  await deps.db.withTenant(tenantId, (tx) =>
    tx.botConfig.update({
      where: { tenantId },
      data: { greeting: 'Olá! Sou a assistente virtual da Clínica Aurora.' },
    }),
  );
  const revision = await storeRevision(deps, ctx, DEMO_KNOWLEDGE);
  const ref = { tenantId, documentId: revision.documentId, revisionId: revision.id };
  try {
    await indexRevision(deps, ref);
  } catch (error) {
    // With a provider of one's own that refuses: the demo starts, and says on its knowledge page what is wrong.
    deps.log.warn({ err: error }, 'the demo knowledge could not be indexed');
    await failRevision(deps, ref, error instanceof Error ? error.message : String(error));
  }
  if (deps.env.sandbox.on && deps.env.evolution.url.startsWith(deps.env.sandbox.url)) {
    await connectDemoNumber(deps, ctx);
  }
  deps.log.info('demo tenant made: Clínica Aurora');
}

/** As a person would: register a number, let the sandbox's phone scan its code. */
async function connectDemoNumber(deps: SeedDeps, ctx: TenantContext): Promise<void> {
  const channel = await createChannel(deps, ctx, { name: 'Recepção' });
  await getQrCode(deps, ctx, { id: channel.id, phone: undefined });
  const instanceName = await instanceNameOf(deps, ctx, channel.id);
  const response = await fetch(`${deps.env.sandbox.url}/control/instances/${instanceName}/scan`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number: DEMO_NUMBER, profileName: 'Clínica Aurora' }),
  });
  if (!response.ok) throw new Error(`the sandbox could not pair the demo number (${response.status})`);
  // Its webhook finds nobody listening yet.
  await applyConnection(
    deps,
    { tenantId: ctx.tenantId, id: channel.id },
    {
      status: 'open',
      reason: null,
      ownerAddress: `${DEMO_NUMBER}@s.whatsapp.net`,
      profileName: 'Clínica Aurora',
    },
  );
}

async function instanceNameOf(deps: SeedDeps, ctx: TenantContext, id: string): Promise<string> {
  const row = await deps.db.withTenant(ctx.tenantId, (tx) => tx.channel.findUniqueOrThrow({ where: { id } }));
  return row.instanceName;
}
