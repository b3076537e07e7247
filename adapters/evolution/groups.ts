import * as z from 'zod';
import { identityOfAddress } from '../../domain/contact/identity';
import type { InstanceAccess } from './client';
import type { EvolutionHttp } from './http';
import { parseAnswer } from './parse-answer';

export interface JoinedGroup {
  jid: string;
  /** Its subject; its JID where it has none. */
  name: string;
  /** How many people are in it, the number among them; null when the provider does not tell. */
  members: number | null;
}

export interface GroupCalls {
  /** The groups the number is in; fails while it is offline. */
  listGroups(access: InstanceAccess): Promise<JoinedGroup[]>;
  /** Whether the provider drops all that happens in groups. */
  setGroupsIgnored(access: InstanceAccess, ignored: boolean): Promise<void>;
  /** The privacy id (LID) of a number, digits; undefined when the provider does not tell. */
  lidOf(access: InstanceAccess, number: string): Promise<string | undefined>;
}

const groupsSchema = z.array(
  z.object({
    id: z.string(),
    subject: z.string().nullish(),
    // A figure for show: a strange one is no reason to show no groups.
    size: z.number().int().nonnegative().nullish().catch(null),
  }),
);
const numbersSchema = z.array(z.object({ lid: z.string().nullish() }));
const settingsSchema = z
  .object({
    rejectCall: z.boolean().nullish(),
    msgCall: z.string().nullish(),
    alwaysOnline: z.boolean().nullish(),
    readMessages: z.boolean().nullish(),
    readStatus: z.boolean().nullish(),
    syncFullHistory: z.boolean().nullish(),
  })
  .nullable();

export function createGroupCalls(http: EvolutionHttp): GroupCalls {
  const path = (operation: string, { instanceName }: InstanceAccess) =>
    `/${operation}/${encodeURIComponent(instanceName)}`;
  return {
    async listGroups(access) {
      const answer = await http.call('GET', `${path('group/fetchAllGroups', access)}?getParticipants=false`, {
        key: access.token,
      });
      return parseAnswer(groupsSchema, answer).map(({ id, subject, size }) => ({
        jid: id,
        name: subject?.trim() || id,
        members: size ?? null,
      }));
    },

    async setGroupsIgnored(access, ignored) {
      const answer = await http.call('GET', path('settings/find', access), { key: access.token });
      const found = parseAnswer(settingsSchema, answer);
      // All of them or none: Evolution refuses a part.
      const settings = {
        rejectCall: found?.rejectCall ?? false,
        msgCall: found?.msgCall ?? '',
        groupsIgnore: ignored,
        alwaysOnline: found?.alwaysOnline ?? false,
        readMessages: found?.readMessages ?? false,
        readStatus: found?.readStatus ?? false,
        syncFullHistory: found?.syncFullHistory ?? false,
      };
      await http.call('POST', path('settings/set', access), { key: access.token, body: settings });
    },

    async lidOf(access, number) {
      const answer = await http.call('POST', path('chat/whatsappNumbers', access), {
        key: access.token,
        body: { numbers: [number] },
      });
      const lid = parseAnswer(numbersSchema, answer)[0]?.lid;
      const identity = lid ? identityOfAddress(lid) : undefined;
      return identity?.kind === 'lid' ? identity.value : undefined;
    },
  };
}
