import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { DAY } from '../../limits';
import { template } from '../fields';

const schema = z.object({
  for: z.discriminatedUnion('by', [
    z.object({
      by: z.literal('duration'),
      seconds: z
        .int()
        .min(1)
        .max(90 * DAY),
    }),
    /** An ISO date, or a template that gives one. */
    z.object({ by: z.literal('date'), date: template(200), ifPast: z.enum(['continue', 'fail']) }),
  ]),
  /** Then on to the next opening of the company's hours. */
  businessHoursOnly: z.boolean().default(false),
});

export const wait = defineNode({
  kind: 'wait',
  version: 1,
  family: 'logic',
  schema,
  initial: { for: { by: 'duration', seconds: 3600 } },
  words: words(
    ['Esperar', 'Espera um tempo ou até uma data, mesmo que o sistema reinicie.'],
    ['Wait', 'Waits for a time or until a date, restarts of the system included.'],
    ['Esperar', 'Espera un tiempo o hasta una fecha, aunque el sistema se reinicie.'],
  ),
  waitsFor: 'time',
  canFail: true,
  ports: () => [port('out')],
  writings: (settings) => (settings.for.by === 'date' ? [write('template', 'for', 'date')] : []),
  waitSeconds: (settings) => (settings.for.by === 'duration' ? settings.for.seconds : 0),
  summary: (settings) => (settings.for.by === 'date' ? settings.for.date : span(settings.for.seconds)),
});

function span(seconds: number): string {
  for (const [unit, length] of [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
  ] as const) {
    if (seconds % length === 0) return `${seconds / length} ${unit}`;
  }
  return `${seconds} s`;
}
