import { randomBytes } from 'node:crypto';
import { type ChatwootAccess, refusesToken } from '../../adapters/chatwoot/http';
import {
  AppError,
  ErrorCode,
  NotFoundError,
  ProviderRejectedError,
  ValidationError,
} from '../../domain/errors';
import type { ChatwootConnection } from '../../prisma/generated/client';
import { hashWebhookKey } from '../channel/create-channel';
import type { Deps, TenantContext } from '../deps';

const SEALED = {
  token: 'chatwoot_connections.token',
  webhookKey: 'chatwoot_connections.webhook_key',
  webhookSecret: 'chatwoot_connections.webhook_secret',
} as const;

/** Making inboxes and webhooks is an administrator's at Chatwoot. */
const ADMINISTRATOR = 'administrator';

export interface ChatwootView {
  baseUrl: string;
  accountId: number;
  accountName: string;
  /** refused: the token is not taken any more. */
  status: 'active' | 'refused';
  problem: string | null;
  /** Told at once what happens there; false: looked for once a minute. */
  hears: boolean;
  /** What it tells is signed: since Chatwoot 4.11.2. */
  signed: boolean;
  connectedAt: Date;
  heardAt: Date | null;
  /** Conversations that stand there, and of those how many were refused there last. */
  conversations: { synced: number; refused: number };
}

type ConnectionDeps = Pick<Deps, 'db' | 'secrets' | 'chatwoot' | 'live' | 'env' | 'log'>;

/** @returns null when none is connected */
export async function getChatwoot(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
): Promise<ChatwootView | null> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const row = await tx.chatwootConnection.findUnique({ where: { tenantId } });
    if (row === null) return null;
    const synced = await tx.chatwootConversation.count({ where: { tenantId, displayId: { not: null } } });
    const refused = await tx.chatwootConversation.count({ where: { tenantId, problem: { not: null } } });
    return {
      baseUrl: row.baseUrl,
      accountId: row.accountId,
      accountName: row.accountName,
      status: row.status === 'refused' ? 'refused' : 'active',
      problem: row.problem,
      hears: row.webhookId !== null,
      signed: row.webhookSecret !== null,
      connectedAt: row.connectedAt,
      heardAt: row.heardAt,
      conversations: { synced, refused },
    };
  });
}

/**
 * Connects an account, or gives its connection another token. What was said before is not copied. With another account
 * than before, what stands in that one is left there and forgotten here.
 *
 * @param input.token of an administrator there; undefined: as it is, for the same account
 * @throws ValidationError naming the field that Chatwoot does not take
 * @throws ProviderUnavailableError when it does not answer
 */
export async function connectChatwoot(
  deps: ConnectionDeps,
  ctx: Pick<TenantContext, 'tenantId' | 'userId'>,
  input: { baseUrl: string; accountId: number; token?: string | undefined },
): Promise<ChatwootView | null> {
  const { tenantId } = ctx;
  const before = await findConnection(deps, tenantId);
  const { accountId } = input;
  const baseUrl = input.baseUrl.replace(/\/+$/, '');
  const same = before?.baseUrl === baseUrl && before.accountId === accountId;
  const token = input.token ?? (same ? openChatwoot(deps, before).token : undefined);
  // Who may change the address but does not know the token could send it to a place of theirs.
  if (token === undefined) throw wrong('token', 'Needed for another account');
  const access = { baseUrl, accountId, token };
  const { userId, accountName } = await whoIs(deps, access);
  const webhookKey = randomBytes(32).toString('base64url');
  const webhook = await makeWebhook(deps, access, webhookKey);
  const seal = (column: string, secret: string) => deps.secrets.seal({ tenantId, column }, secret);
  const data = {
    accountName,
    token: seal(SEALED.token, token),
    chatwootUserId: userId,
    webhookKeyHash: hashWebhookKey(webhookKey),
    webhookKey: seal(SEALED.webhookKey, webhookKey),
    webhookId: webhook?.id ?? null,
    webhookSecret: webhook?.secret == null ? null : seal(SEALED.webhookSecret, webhook.secret),
    status: 'active',
    problem: null,
    connectedBy: ctx.userId,
  };
  await deps.db.withTenant(tenantId, async (tx) => {
    if (!same) await tx.chatwootConnection.deleteMany({ where: { tenantId } });
    const at = { tenantId, baseUrl, accountId };
    await tx.chatwootConnection.upsert({ where: { tenantId }, create: { ...at, ...data }, update: data });
    await tx.chatwootConversation.updateMany({ where: { tenantId }, data: { retryAt: null } });
  });
  deps.live.publish(tenantId, { type: 'chatwoot' });
  if (before !== undefined) await forgetWebhook(deps, before);
  return getChatwoot(deps, ctx);
}

/** Ends the connection; what stands at Chatwoot stays there. @throws NotFoundError when none is connected */
export async function disconnectChatwoot(
  deps: ConnectionDeps,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
): Promise<void> {
  const row = await findConnection(deps, tenantId);
  if (row === undefined) throw new NotFoundError('Chatwoot connection');
  await deps.db.withTenant(tenantId, (tx) => tx.chatwootConnection.deleteMany({ where: { tenantId } }));
  deps.live.publish(tenantId, { type: 'chatwoot' });
  await forgetWebhook(deps, row);
}

export async function findConnection(
  deps: Pick<Deps, 'db'>,
  tenantId: string,
): Promise<ChatwootConnection | undefined> {
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.chatwootConnection.findUnique({ where: { tenantId } }),
  );
  return row ?? undefined;
}

/** What it takes to speak with a tenant's Chatwoot. */
export function openChatwoot(
  deps: Pick<Deps, 'secrets'>,
  row: Pick<ChatwootConnection, 'tenantId' | 'baseUrl' | 'accountId' | 'token'>,
): ChatwootAccess {
  const { tenantId, baseUrl, accountId } = row;
  return { baseUrl, accountId, token: deps.secrets.open({ tenantId, column: SEALED.token }, row.token) };
}

/** Whose Chatwoot an address belongs to, and with what it signs; undefined: nobody's. */
export async function findChatwootByKey(
  deps: Pick<Deps, 'db' | 'secrets'>,
  key: string,
): Promise<{ tenantId: string; secret: string | undefined } | undefined> {
  const row = await deps.db.withSystem((tx) =>
    tx.chatwootConnection.findUnique({ where: { webhookKeyHash: hashWebhookKey(key) } }),
  );
  if (row === null) return undefined;
  const { tenantId, webhookSecret } = row;
  return {
    tenantId,
    secret:
      webhookSecret === null
        ? undefined
        : deps.secrets.open({ tenantId, column: SEALED.webhookSecret }, webhookSecret),
  };
}

async function whoIs(
  deps: Pick<Deps, 'chatwoot'>,
  access: ChatwootAccess,
): Promise<{ userId: number; accountName: string }> {
  try {
    const profile = await deps.chatwoot.profile(access);
    const account = profile.accounts.find(({ id }) => id === access.accountId);
    if (account === undefined) throw wrong('accountId', 'The token sees no such account');
    if (account.role !== ADMINISTRATOR) throw wrong('token', 'Needs to be an administrator of the account');
    return { userId: profile.id, accountName: account.name ?? String(account.id) };
  } catch (error) {
    if (refusesToken(error)) {
      throw wrong('token', 'Chatwoot does not take it');
    }
    if (error instanceof ProviderRejectedError || error instanceof NotFoundError) {
      throw wrong('baseUrl', 'No Chatwoot answers there');
    }
    throw error;
  }
}

/** Without one, the sweep finds out a minute later; a Chatwoot that refuses ours for its address says why in the log. */
async function makeWebhook(
  deps: Pick<Deps, 'chatwoot' | 'env' | 'log'>,
  access: ChatwootAccess,
  key: string,
): Promise<{ id: number; secret: string | null } | undefined> {
  try {
    return await deps.chatwoot.createWebhook(access, `${deps.env.publicUrl}/webhooks/chatwoot/${key}`);
  } catch (error) {
    if (!(error instanceof ProviderRejectedError)) throw error;
    deps.log.warn({ err: error }, 'Chatwoot takes no webhook to us; it is asked once a minute instead');
    return undefined;
  }
}

async function forgetWebhook(
  deps: Pick<Deps, 'chatwoot' | 'secrets' | 'log'>,
  row: ChatwootConnection,
): Promise<void> {
  if (row.webhookId === null) return;
  try {
    await deps.chatwoot.removeWebhook(openChatwoot(deps, row), row.webhookId);
  } catch (error) {
    // What it still tells is refused: its key is not ours any more.
    if (!(error instanceof AppError)) throw error;
    deps.log.warn({ err: error }, 'an old webhook at Chatwoot could not be removed');
  }
}

const wrong = (path: string, message: string) =>
  new ValidationError(ErrorCode.validation_failed, 'Chatwoot cannot be connected like this', {
    details: { fields: [{ path, message }] },
  });
