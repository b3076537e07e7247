import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { FLOW_LIMITS, HOUR } from '../../limits';
import { key, message, repeatedIn, replyTimeout, variableName } from '../fields';

const row = z.object({
  key,
  title: z.string().min(1).max(200),
  description: z.string().max(72).default(''),
});

const schema = z.object({
  text: message,
  button: z.string().min(1).max(FLOW_LIMITS.buttonCharacters),
  sections: z
    .array(z.object({ title: z.string().max(24).default(''), rows: z.array(row).min(1).max(50) }))
    .min(1)
    .max(10),
  timeoutSeconds: replyTimeout.default(24 * HOUR),
  saveTo: variableName.optional(),
});

export const sendList = defineNode({
  kind: 'send_list',
  version: 1,
  family: 'action',
  schema,
  initial: { text: '', button: 'Ver opções', sections: [] },
  words: words(
    [
      'Lista',
      'Pergunta com uma lista de opções, uma saída para cada. Onde não há listas, vira texto numerado.',
    ],
    ['List', 'Asks with a list of options, a way out for each. Where there are none, it is numbered text.'],
    [
      'Lista',
      'Pregunta con una lista de opciones, una salida para cada una. Si no hay listas, es texto numerado.',
    ],
  ),
  waitsFor: 'reply',
  canFail: true,
  ports: ({ sections }) => [
    ...sections.flatMap(({ rows }) =>
      rows.map((each) => port(`option:${each.key}`, { required: true, label: each.title })),
    ),
    port('other_reply', { required: true }),
    port('timed_out', { required: true }),
    port('taken_over'),
  ],
  outputs: () => ({ texto: 'text', opcao: 'text' }),
  assigns: ({ saveTo }) => (saveTo === undefined ? {} : { [saveTo]: 'text' }),
  saves: ({ saveTo }) => (saveTo === undefined ? {} : { [saveTo]: 'texto' }),
  writings: ({ sections }) => [
    write('template', 'text'),
    ...sections.flatMap(({ rows }, section) =>
      rows.flatMap((_row, index) => [
        write('template', 'sections', section, 'rows', index, 'title'),
        write('template', 'sections', section, 'rows', index, 'description'),
      ]),
    ),
  ],
  check: ({ sections }) => {
    const rows = sections.flatMap((section) => section.rows);
    return [
      ...(rows.length > FLOW_LIMITS.listRows
        ? [{ code: 'too_many_rows' as const, field: 'sections', data: { most: FLOW_LIMITS.listRows } }]
        : []),
      ...sections.flatMap((section, at) =>
        section.rows.flatMap(({ title }, index) =>
          title.length > FLOW_LIMITS.listRowCharacters && !title.includes('{{')
            ? [
                {
                  code: 'row_too_long' as const,
                  field: `sections.${at}.rows.${index}.title`,
                  data: { most: FLOW_LIMITS.listRowCharacters },
                },
              ]
            : [],
        ),
      ),
      ...repeatedIn(
        rows.map((each) => each.key),
        'rows',
        'key',
      ),
    ];
  },
  waitSeconds: ({ timeoutSeconds }) => timeoutSeconds,
  messages: () => 1,
  summary: ({ text }) => text,
});
