import { plain } from '../../../lib/plain';
import type { Agent, InternalContact, Team, TenantUser } from '../../../lib/api/types';

/** Somebody or something that a conversation can be given to, as the dialog shows it. */
export interface TransferTarget {
  /** Unique in the list: type and id. */
  key: string;
  type: 'user' | 'team' | 'agent' | 'number';
  name: string;
  detail: string | undefined;
  to:
    | { type: 'user' | 'team' | 'agent'; id: string }
    | { type: 'number' | 'group'; address: string; name?: string };
}

export interface Colleagues {
  users: TenantUser[];
  teams: Team[];
  agents: Agent[];
  numbers: InternalContact[];
}

/** All there are, people first, of those whose name or detail has the words. */
export function transferTargets(colleagues: Colleagues, words: string): TransferTarget[] {
  const { users, teams, agents, numbers } = colleagues;
  const all: TransferTarget[] = [
    ...users.map(({ id, name, email }) => target('user', id, name, email)),
    ...teams.map(({ id, name, members }) =>
      target('team', id, name, members.map((member) => member.name).join(', ') || undefined),
    ),
    ...agents.map(({ id, name }) => target('agent', id, name, undefined)),
    ...numbers.flatMap(chatTarget),
  ];
  const looked = plain(words.trim());
  return all.filter(({ name, detail }) => plain(`${name} ${detail ?? ''}`).includes(looked));
}

/** A known number or group; nothing where neither is known. */
function chatTarget({ id, name, phone, group }: InternalContact): TransferTarget[] {
  const [type, address] = group === null ? (['number', phone] as const) : (['group', group] as const);
  if (address === null) return [];
  const shown = type === 'number' ? `+${address}` : address;
  return [
    {
      key: `${type}:${id}`,
      type: 'number',
      name: name ?? shown,
      detail: name === null ? undefined : shown,
      to: { type, address, ...(name === null ? {} : { name }) },
    },
  ];
}

function target(
  type: 'user' | 'team' | 'agent',
  id: string,
  name: string,
  detail: string | undefined,
): TransferTarget {
  return { key: `${type}:${id}`, type, name, detail, to: { type, id } };
}

/** A number as people write it, if it can be one (E.164 has 8 to 15 digits). */
export function phoneAddress(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15 ? digits : undefined;
}
