import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { unlessNameTaken } from '../unless-name-taken';

/** People to whom a conversation can be transferred together. */
export interface Team {
  id: string;
  name: string;
  members: { id: string; name: string }[];
}

export interface TeamInput {
  name: string;
  memberIds: string[];
}

type TeamDeps = Pick<Deps, 'db'>;
type TeamContext = Pick<TenantContext, 'tenantId'>;

const withMembers = {
  members: {
    include: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: 'asc' } },
  },
} as const;

/** By name. */
export async function listTeams(deps: TeamDeps, ctx: TeamContext): Promise<Team[]> {
  const { tenantId } = ctx;
  const rows = await deps.db.withTenant(tenantId, (tx) =>
    tx.team.findMany({ where: { tenantId }, include: withMembers, orderBy: { name: 'asc' } }),
  );
  return rows.map(asTeam);
}

/**
 * @throws NotFoundError for a member who is not this tenant's
 * @throws ConflictError name_taken
 */
export async function createTeam(deps: TeamDeps, ctx: TeamContext, input: TeamInput): Promise<Team> {
  return write(deps, ctx, input, async (tx) => {
    const { id } = await tx.team.create({ data: { id: newId(), tenantId: ctx.tenantId, name: input.name } });
    return id;
  });
}

/** As createTeam. @throws NotFoundError for a team that is not this tenant's, too */
export async function saveTeam(
  deps: TeamDeps,
  ctx: TeamContext,
  id: string,
  input: TeamInput,
): Promise<Team> {
  const { tenantId } = ctx;
  return write(deps, ctx, input, async (tx) => {
    const { count } = await tx.team.updateMany({ where: { tenantId, id }, data: { name: input.name } });
    if (count === 0) throw new NotFoundError('Team');
    return id;
  });
}

/** What it was given stays waiting, for everybody. @throws NotFoundError for a team that is not this tenant's */
export async function removeTeam(deps: TeamDeps, ctx: TeamContext, id: string): Promise<void> {
  const { tenantId } = ctx;
  const { count } = await deps.db.withTenant(tenantId, (tx) =>
    tx.team.deleteMany({ where: { tenantId, id } }),
  );
  if (count === 0) throw new NotFoundError('Team');
}

async function write(
  deps: TeamDeps,
  ctx: TeamContext,
  input: TeamInput,
  putName: (tx: Transaction) => Promise<string>,
): Promise<Team> {
  const { tenantId } = ctx;
  const memberIds = [...new Set(input.memberIds)];
  return unlessNameTaken(() =>
    deps.db.withTenant(tenantId, async (tx) => {
      const known = await tx.membership.count({ where: { tenantId, userId: { in: memberIds } } });
      if (known < memberIds.length) throw new NotFoundError('User');
      const teamId = await putName(tx);
      await tx.teamMember.deleteMany({ where: { tenantId, teamId } });
      await tx.teamMember.createMany({
        data: memberIds.map((userId) => ({ id: newId(), tenantId, teamId, userId })),
      });
      return asTeam(await tx.team.findUniqueOrThrow({ where: { id: teamId }, include: withMembers }));
    }),
  );
}

function asTeam(row: { id: string; name: string; members: { user: { id: string; name: string } }[] }): Team {
  return { id: row.id, name: row.name, members: row.members.map(({ user }) => user) };
}
