import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { reference, says, zone } from '../fields';
import { isCron } from './cron';

const schema = z.object({
  /** Five fields; minutes at least five apart. */
  cron: z.string().max(100).refine(isCron, says('invalid_schedule')),
  zone,
  holidays: z.enum(['run', 'skip', 'next_day']).default('run'),
  /** Whom: everyone in a segment, or nobody in particular. */
  segmentId: reference.optional(),
  contactsPerMinute: z.int().min(1).max(600).default(30),
  missed: z.enum(['skip', 'once']).default('skip'),
});

export const schedule = defineNode({
  kind: 'schedule',
  version: 1,
  family: 'trigger',
  schema,
  initial: { cron: '0 9 * * 1-5', zone: 'America/Sao_Paulo' },
  words: words(
    ['Agenda', 'Começa na hora marcada, para cada contato do público ou sem contato.'],
    ['Schedule', 'Begins at its hour, for each contact of the audience or without a contact.'],
    ['Agenda', 'Comienza a su hora, para cada contacto del público o sin contacto.'],
  ),
  ports: () => [port('out', { required: true })],
  outputs: () => ({ previsto_para: 'date' }),
  references: ({ segmentId }) =>
    segmentId === undefined ? [] : [{ type: 'segment', id: segmentId, field: 'segmentId' }],
  summary: ({ cron }) => cron,
});
