/** Who works at the demonstration account. They are always there, and their tokens never change. */

export const ACCOUNT = { id: 1, name: 'Conta de demonstração' };

export interface User {
  type: 'User';
  id: number;
  name: string;
  email: string;
  role: 'administrator' | 'agent';
  token: string;
}

export interface Bot {
  type: 'AgentBot';
  id: number;
  name: string;
  token: string;
}

/** Whose token a call carries. */
export type Caller = User | Bot;

export const AGENT_KEYS = ['bia', 'caio', 'prosa'] as const;
export type AgentKey = (typeof AGENT_KEYS)[number];

export const USERS: Record<AgentKey, User> = {
  prosa: user(1, 'Prosa', 'prosa@loja.example', 'administrator', 'sandbox-chatwoot-admin'),
  bia: user(4, 'Bia', 'bia@loja.example', 'agent', 'sandbox-chatwoot-bia'),
  caio: user(5, 'Caio', 'caio@loja.example', 'agent', 'sandbox-chatwoot-caio'),
};

export const BOT: Bot = { type: 'AgentBot', id: 1, name: 'Robô', token: 'sandbox-chatwoot-bot' };

export const TEAMS = [
  { id: 1, name: 'atendimento', description: null, allow_auto_assign: true, account_id: ACCOUNT.id },
];

const callers: Caller[] = [...Object.values(USERS), BOT];

export function callerWith(token: string): Caller | undefined {
  return callers.find((caller) => caller.token === token);
}

export function userById(id: number | null): User | undefined {
  return Object.values(USERS).find((known) => known.id === id);
}

export function teamById(id: number | null): (typeof TEAMS)[number] | undefined {
  return TEAMS.find((team) => team.id === id);
}

function user(id: number, name: string, email: string, role: User['role'], token: string): User {
  return { type: 'User', id, name, email, role, token };
}
