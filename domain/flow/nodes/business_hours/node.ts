import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { calendar } from '../fields';

const schema = z.object({
  hours: z.discriminatedUnion('of', [
    z.object({ of: z.literal('company') }),
    z.object({ of: z.literal('own'), calendar }),
  ]),
});

export const businessHours = defineNode({
  kind: 'business_hours',
  version: 1,
  family: 'logic',
  schema,
  initial: { hours: { of: 'company' } },
  words: words(
    ['Horário de atendimento', 'Sai por "aberto" ou "fechado" conforme a hora e os feriados.'],
    ['Business hours', 'Leaves by "open" or "closed" by hour and holidays.'],
    ['Horario de atención', 'Sale por "abierto" o "cerrado" según la hora y los feriados.'],
  ),
  canFail: true,
  ports: () => [port('open', { required: true }), port('closed', { required: true })],
  references: ({ hours }) =>
    hours.of === 'company' ? [{ type: 'calendar', id: 'company', field: 'hours' }] : [],
  summary: ({ hours }) => (hours.of === 'company' ? '' : hours.calendar.zone),
});
