import * as z from 'zod';
import { createTeam, listTeams, removeTeam, saveTeam } from '../../../services/team/teams';
import { endpoint } from '../../endpoint';
import { idParams } from '../../schemas';

const teamSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  members: z.array(z.object({ id: z.uuid(), name: z.string() })),
});

const teamInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  memberIds: z.array(z.uuid()).max(500).describe('People of this account'),
});

export const listTeamsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/teams',
  tag: 'teams',
  summary: 'Teams with their members, by name',
  role: 'ORG_AGENT',
  responses: { 200: z.object({ items: z.array(teamSchema) }) },
  async handle({ deps, ctx }) {
    return { status: 200, body: { items: await listTeams(deps, ctx) } };
  },
});

export const createTeamEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/teams',
  tag: 'teams',
  summary: 'A new team',
  role: 'ORG_MANAGER',
  body: teamInput,
  responses: { 201: teamSchema },
  async handle({ deps, ctx, body }) {
    return { status: 201, body: await createTeam(deps, ctx, body) };
  },
});

export const saveTeamEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/teams/{id}',
  tag: 'teams',
  summary: 'Change a team and who belongs to it',
  role: 'ORG_MANAGER',
  params: idParams,
  body: teamInput,
  responses: { 200: teamSchema },
  async handle({ deps, ctx, params, body }) {
    return { status: 200, body: await saveTeam(deps, ctx, params.id, body) };
  },
});

export const removeTeamEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/teams/{id}',
  tag: 'teams',
  summary: 'Remove a team',
  description: 'What was transferred to it goes on waiting, for everybody.',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await removeTeam(deps, ctx, params.id);
    return { status: 204 };
  },
});
