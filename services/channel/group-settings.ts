import * as z from 'zod';
import type { JoinedGroup } from '../../adapters/evolution/groups';
import { GROUP_MODES, type GroupMode, type GroupSettings, NO_GROUPS } from '../../domain/channel/groups';
import { identityOfAddress } from '../../domain/contact/identity';
import { AppError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { openAccess, requireChannel } from './channel-access';

const storedSchema = z.object({
  mode: z.enum(GROUP_MODES),
  allowed: z.array(z.object({ jid: z.string(), name: z.string() })),
  ownLids: z.array(z.string()).default([]),
});

export function readGroupSettings(stored: unknown): GroupSettings {
  return storedSchema.safeParse(stored).data ?? NO_GROUPS;
}

export interface GroupsView {
  mode: GroupMode;
  allowed: { jid: string; name: string }[];
  /** The groups the number is in, by name; null while the provider cannot be asked. */
  available: JoinedGroup[] | null;
}

type GroupDeps = Pick<Deps, 'db' | 'secrets' | 'evolution' | 'log'>;

/** @throws NotFoundError for a channel that is not this tenant's */
export async function getGroups(deps: GroupDeps, ctx: TenantContext, id: string): Promise<GroupsView> {
  const channel = await requireChannel(deps, ctx, id);
  const { mode, allowed } = readGroupSettings(channel.groups);
  return { mode, allowed, available: await askGroups(deps, ctx, channel) };
}

/**
 * Says which groups are let in. The provider is told first: it drops the messages of groups at the source while none
 * is allowed. Conversations of a group that is not allowed any more stay readable.
 *
 * @throws ProviderUnavailableError when the provider does not take it; nothing was changed then
 */
export async function saveGroups(
  deps: GroupDeps,
  ctx: TenantContext,
  input: { id: string; mode: GroupMode; allowed: string[] },
): Promise<GroupsView> {
  const { tenantId } = ctx;
  const channel = await requireChannel(deps, ctx, input.id);
  const before = readGroupSettings(channel.groups);
  const available = await askGroups(deps, ctx, channel);
  const nameOf = (jid: string) =>
    [...(available ?? []), ...before.allowed].find((group) => group.jid === jid)?.name ?? jid;
  const allowed = [...new Set(input.allowed)].map((jid) => ({ jid, name: nameOf(jid) }));
  const access = openAccess(deps, tenantId, channel);
  await deps.evolution.setGroupsIgnored(access, allowed.length === 0);
  const ownLid = allowed.length === 0 ? undefined : await askOwnLid(deps, access, channel.ownerAddress);
  const groups = {
    mode: input.mode,
    allowed,
    ownLids: [...new Set([...before.ownLids, ...(ownLid === undefined ? [] : [ownLid])])],
  };
  await deps.db.withTenant(tenantId, (tx) =>
    tx.channel.updateMany({ where: { tenantId, id: channel.id }, data: { groups } }),
  );
  return { mode: groups.mode, allowed, available };
}

async function askGroups(
  deps: GroupDeps,
  ctx: TenantContext,
  channel: { instanceName: string; token: string },
): Promise<GroupsView['available']> {
  try {
    const groups = await deps.evolution.listGroups(openAccess(deps, ctx.tenantId, channel));
    return groups.sort((a, b) => a.name.localeCompare(b.name, 'pt-BR'));
  } catch (error) {
    // Optional: what is allowed is known without the provider.
    if (!(error instanceof AppError)) throw error;
    deps.log.info({ code: error.code }, 'the groups of a number could not be asked for');
    return null;
  }
}

async function askOwnLid(
  deps: GroupDeps,
  access: { instanceName: string; token: string },
  ownerAddress: string | null,
): Promise<string | undefined> {
  const owner = ownerAddress === null ? undefined : identityOfAddress(ownerAddress);
  if (owner?.kind !== 'phone') return undefined;
  try {
    return await deps.evolution.lidOf(access, owner.value);
  } catch (error) {
    // Optional: it is learned from the first message of our own in a group, too.
    if (!(error instanceof AppError)) throw error;
    return undefined;
  }
}
