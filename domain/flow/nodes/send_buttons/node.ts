import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { FLOW_LIMITS, HOUR } from '../../limits';
import { key, message, repeatedIn, replyTimeout, variableName } from '../fields';

const schema = z.object({
  text: message,
  footer: z.string().max(60).default(''),
  buttons: z
    .array(z.object({ key, title: z.string().min(1).max(200) }))
    .min(1)
    .max(20),
  timeoutSeconds: replyTimeout.default(24 * HOUR),
  saveTo: variableName.optional(),
});

export const sendButtons = defineNode({
  kind: 'send_buttons',
  version: 1,
  family: 'action',
  schema,
  initial: { text: '', buttons: [] },
  words: words(
    ['Botões', 'Pergunta com até três botões, uma saída para cada. Onde não há botões, vira texto numerado.'],
    [
      'Buttons',
      'Asks with up to three buttons, a way out for each. Where there are none, it is numbered text.',
    ],
    [
      'Botones',
      'Pregunta con hasta tres botones, una salida para cada uno. Si no hay botones, es texto numerado.',
    ],
  ),
  waitsFor: 'reply',
  canFail: true,
  ports: ({ buttons }) => [
    ...buttons.map((button) => port(`option:${button.key}`, { required: true, label: button.title })),
    port('other_reply', { required: true }),
    port('timed_out', { required: true }),
    port('taken_over'),
  ],
  outputs: () => ({ texto: 'text', opcao: 'text' }),
  assigns: ({ saveTo }) => (saveTo === undefined ? {} : { [saveTo]: 'text' }),
  saves: ({ saveTo }) => (saveTo === undefined ? {} : { [saveTo]: 'texto' }),
  writings: ({ buttons }) => [
    write('template', 'text'),
    write('template', 'footer'),
    ...buttons.map((_button, index) => write('template', 'buttons', index, 'title')),
  ],
  check: ({ buttons }) => [
    ...(buttons.length > FLOW_LIMITS.buttons
      ? [{ code: 'too_many_buttons' as const, field: 'buttons', data: { most: FLOW_LIMITS.buttons } }]
      : []),
    ...buttons.flatMap(({ title }, index) =>
      title.length > FLOW_LIMITS.buttonCharacters && !title.includes('{{')
        ? [
            {
              code: 'button_too_long' as const,
              field: `buttons.${index}.title`,
              data: { most: FLOW_LIMITS.buttonCharacters },
            },
          ]
        : [],
    ),
    ...repeatedIn(
      buttons.map(({ title }) => title),
      'buttons',
      'title',
    ),
    ...repeatedIn(
      buttons.map((button) => button.key),
      'buttons',
      'key',
    ),
  ],
  waitSeconds: ({ timeoutSeconds }) => timeoutSeconds,
  messages: () => 1,
  summary: ({ text }) => text,
});
