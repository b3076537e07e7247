import * as z from 'zod';
import type { Presence } from '../../../adapters/live/presence';
import { readWorkload } from '../../../services/team/workload';
import { type Endpoint, endpoint } from '../../endpoint';
import { roleSchema, time } from '../../schemas';

const count = z.number().int();
const held = {
  waiting: count.describe('Customers who wait for a person'),
  responding: count.describe('Conversations in which a person has the word'),
  unanswered: count.describe('Of those two: the customer wrote last'),
  waitingSince: time.nullable().describe('Of the longest wait'),
};

const workloadSchema = z.object({
  queue: z.object({
    ...held,
    urgent: count.describe('Of those who wait'),
    alerted: count.describe('Of those who wait: the team was alerted'),
    unassigned: count.describe('Of those who wait: given to nobody and no team'),
  }),
  people: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      role: roleSchema,
      online: z.boolean().describe('Has the dashboard open'),
      ...held,
      replies: count.describe('Messages written in the dashboard in 24 hours'),
    }),
  ),
  teams: z.array(z.object({ id: z.uuid(), name: z.string(), members: count, ...held })),
  agents: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      isDefault: z.boolean(),
      active: count.describe('Conversations it answers that had a message in 24 hours'),
      answered: count.describe('Answers in 24 hours'),
      handedOver: count.describe('Hand-overs to a person in 24 hours'),
    }),
  ),
});

export function workloadEndpoint(presence: Presence): Endpoint {
  return endpoint({
    method: 'get',
    path: '/api/v1/workload',
    tag: 'teams',
    summary: 'Who has how much to do right now: people, teams and agents',
    role: 'ORG_MANAGER',
    responses: { 200: workloadSchema },
    async handle({ deps, ctx }) {
      const [workload, online] = await Promise.all([readWorkload(deps, ctx), presence.of(ctx.tenantId)]);
      const { queue, people, teams, agents } = workload;
      return {
        status: 200,
        body: {
          queue: withTime(queue),
          people: people.map((person) => ({ ...withTime(person), online: online.has(person.id) })),
          teams: teams.map(withTime),
          agents,
        },
      };
    },
  });
}

function withTime<T extends { waitingSince: Date | null }>(row: T) {
  return { ...row, waitingSince: row.waitingSince?.toISOString() ?? null };
}
