import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { DAY, HOUR, MINUTE } from '../../limits';
import { reference } from '../fields';

const schema = z.object({
  to: z.discriminatedUnion('who', [
    z.object({ who: z.literal('anyone') }),
    z.object({ who: z.literal('team'), teamId: reference }),
    z.object({ who: z.literal('user'), userId: reference }),
  ]),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).default('normal'),
  aiSummary: z.boolean().default(true),
  message: z.string().max(1000).default(''),
  outOfHoursMessage: z.string().max(1000).default(''),
  /** How long nobody may come, and then how long a person may be silent. */
  returnSeconds: z
    .int()
    .min(MINUTE)
    .max(30 * DAY)
    .default(24 * HOUR),
});

export const handoffHuman = defineNode({
  kind: 'handoff_human',
  version: 1,
  family: 'action',
  schema,
  initial: { to: { who: 'anyone' } },
  words: words(
    [
      'Passar para uma pessoa',
      'Chama a equipe e espera: "assumido", "ninguém" quando o prazo passa, "devolvido".',
    ],
    [
      'Hand over to a person',
      'Calls the team and waits: "taken over", "nobody" when time is up, "returned".',
    ],
    ['Pasar a una persona', 'Llama al equipo y espera: "asumido", "nadie" al vencer el plazo, "devuelto".'],
  ),
  waitsFor: 'person',
  canFail: true,
  ports: () => [port('taken_over'), port('nobody', { required: true }), port('returned')],
  outputs: () => ({ pessoa: 'text' }),
  references: ({ to }) =>
    to.who === 'team'
      ? [{ type: 'team', id: to.teamId, field: 'to.teamId' }]
      : to.who === 'user'
        ? [{ type: 'user', id: to.userId, field: 'to.userId' }]
        : [],
  writings: () => [write('template', 'message'), write('template', 'outOfHoursMessage')],
  check: ({ outOfHoursMessage }) =>
    outOfHoursMessage === '' ? [{ code: 'no_out_of_hours', field: 'outOfHoursMessage' }] : [],
  waitSeconds: ({ returnSeconds }) => returnSeconds,
  messages: ({ message }) => (message === '' ? 0 : 1),
  summary: ({ to, message }) => message || to.who,
});
