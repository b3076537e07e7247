import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { Prisma } from '../../prisma/generated/client';
import { type Deps, ROLES, type TenantContext } from '../deps';

const held = {
  /** Customers who wait for a person. */
  waiting: z.number(),
  /** Conversations in which a person has the word. */
  responding: z.number(),
  /** Of those two: the customer wrote last. */
  unanswered: z.number(),
  /** Of the longest wait; null where nobody waits. */
  waitingSince: z.date().nullable(),
};
const queueSchema = z.object({ ...held, urgent: z.number(), alerted: z.number(), unassigned: z.number() });
const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  ...held,
  /** Messages written in the dashboard within a day. */
  replies: z.number(),
});
const teamSchema = z.object({ id: z.string(), name: z.string(), members: z.number(), ...held });
const agentSchema = z.object({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  /** Conversations it answers that had a message within a day. */
  active: z.number(),
  /** Turns within a day, by how they ended. */
  answered: z.number(),
  handedOver: z.number(),
});

/** Who has how much to do right now. "Within a day": 24 hours. */
export interface Workload {
  queue: z.infer<typeof queueSchema>;
  people: z.infer<typeof personSchema>[];
  teams: z.infer<typeof teamSchema>[];
  agents: z.infer<typeof agentSchema>[];
}

const HELD = Prisma.sql`
  count(c.id) FILTER (WHERE c.state = 'AGUARDANDO_HUMANO')::int AS waiting,
  count(c.id) FILTER (WHERE c.state = 'HUMANO_RESPONDEU')::int AS responding,
  count(c.id) FILTER (WHERE c.inbound_seq > c.answered_seq OR c.state = 'AGUARDANDO_HUMANO')::int AS unanswered,
  min(c.state_since) FILTER (WHERE c.state = 'AGUARDANDO_HUMANO') AS "waitingSince"`;
/** Open, and with people; `c` is the conversation. */
const WITH_PEOPLE = Prisma.sql`
  c.state <> 'IA_ATIVA' AND c.resolved_at IS NULL AND c.merged_into_id IS NULL`;

/** A tenant's workload: of everybody who signs in, every team, every agent. */
export async function readWorkload(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
): Promise<Workload> {
  const { tenantId } = ctx;
  return deps.db.withTenant(tenantId, async (tx) => ({
    queue: await readQueue(tx, tenantId),
    people: await readPeople(tx, tenantId),
    teams: await readTeams(tx, tenantId),
    agents: await readAgents(tx, tenantId),
  }));
}

async function readQueue(tx: Transaction, tenantId: string): Promise<Workload['queue']> {
  const rows = await tx.$queryRaw`
    SELECT ${HELD},
           count(*) FILTER (WHERE c.state = 'AGUARDANDO_HUMANO' AND c.priority = 'urgent')::int AS urgent,
           count(*) FILTER (WHERE c.state = 'AGUARDANDO_HUMANO' AND c.alert_level > 0)::int AS alerted,
           count(*) FILTER (WHERE c.state = 'AGUARDANDO_HUMANO' AND c.assigned_user_id IS NULL
                              AND c.assigned_team_id IS NULL)::int AS unassigned
      FROM conversations c
     WHERE c.tenant_id = ${tenantId}::uuid AND ${WITH_PEOPLE}`;
  return z.tuple([queueSchema]).parse(rows)[0];
}

async function readPeople(tx: Transaction, tenantId: string): Promise<Workload['people']> {
  const rows = await tx.$queryRaw`
    SELECT u.id, u.name, p.role, ${HELD},
           (SELECT count(*) FROM messages m WHERE m.tenant_id = p.tenant_id AND m.user_id = u.id
                                              AND m.author = 'human' AND m.created_at > now() - interval '1 day')::int AS replies
      FROM memberships p
      JOIN users u ON u.id = p.user_id
      LEFT JOIN conversations c ON c.tenant_id = p.tenant_id AND c.assigned_user_id = u.id AND ${WITH_PEOPLE}
     WHERE p.tenant_id = ${tenantId}::uuid
     GROUP BY u.id, u.name, p.role, p.tenant_id
     ORDER BY u.name, u.id`;
  return z.array(personSchema).parse(rows);
}

async function readTeams(tx: Transaction, tenantId: string): Promise<Workload['teams']> {
  const rows = await tx.$queryRaw`
    SELECT g.id, g.name, ${HELD},
           (SELECT count(*) FROM team_members m WHERE m.tenant_id = g.tenant_id AND m.team_id = g.id)::int AS members
      FROM teams g
      LEFT JOIN conversations c ON c.tenant_id = g.tenant_id AND c.assigned_team_id = g.id AND ${WITH_PEOPLE}
     WHERE g.tenant_id = ${tenantId}::uuid
     GROUP BY g.id, g.name, g.tenant_id
     ORDER BY g.name, g.id`;
  return z.array(teamSchema).parse(rows);
}

async function readAgents(tx: Transaction, tenantId: string): Promise<Workload['agents']> {
  const rows = await tx.$queryRaw`
    SELECT a.id, a.name, a.is_default AS "isDefault",
           count(c.id) FILTER (WHERE c.state = 'IA_ATIVA' AND c.resolved_at IS NULL)::int AS active,
           coalesce(sum(t.answered), 0)::int AS answered, coalesce(sum(t.handed_over), 0)::int AS "handedOver"
      FROM agents a
      LEFT JOIN conversations c
        ON c.tenant_id = a.tenant_id AND c.merged_into_id IS NULL AND c.last_message_at > now() - interval '1 day'
       AND (c.agent_id = a.id OR (a.is_default AND c.agent_id IS NULL))
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE t.decision = 'answered') AS answered,
               count(*) FILTER (WHERE t.decision = 'handover') AS handed_over
          FROM turns t
         WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.created_at > now() - interval '1 day') t ON true
     WHERE a.tenant_id = ${tenantId}::uuid
     GROUP BY a.id, a.name, a.is_default
     ORDER BY a.is_default DESC, a.name, a.id`;
  return z.array(agentSchema).parse(rows);
}
