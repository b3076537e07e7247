import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { reference, says, zone } from '../fields';
import { isCron } from './cron';
import { cronInWords } from './cron-words';

const schema = z.object({
  /** Five fields; minutes at least five apart. */
  cron: z.string().max(100).refine(isCron, says('invalid_schedule')),
  zone,
  holidays: z.enum(['run', 'skip', 'next_day']).default('run'),
  /** Whom: everyone with a tag, or nobody in particular. */
  tagId: reference.optional(),
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
    ['Agenda', 'Começa na hora marcada, para cada contato com a etiqueta ou sem contato.'],
    ['Schedule', 'Begins at its hour, for each contact with the tag or without a contact.'],
    ['Agenda', 'Comienza a su hora, para cada contacto con la etiqueta o sin contacto.'],
  ),
  ports: () => [port('out', { required: true })],
  outputs: () => ({ previsto_para: 'date' }),
  references: ({ tagId }) => (tagId === undefined ? [] : [{ type: 'tag', id: tagId, field: 'tagId' }]),
  summary: ({ cron }, locale) => cronInWords(cron, locale),
});
