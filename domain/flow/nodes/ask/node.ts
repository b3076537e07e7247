import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { HOUR } from '../../limits';
import type { FlowType } from '../../runtime/value';
import { message, path, pattern, replyTimeout, variableName } from '../fields';

export const ANSWER_TYPES = [
  'text',
  'number',
  'email',
  'cpf',
  'cnpj',
  'phone',
  'date',
  'choice',
  'file',
  'address',
  'url',
] as const;

const HOLDS: Partial<Record<(typeof ANSWER_TYPES)[number], FlowType>> = {
  number: 'number',
  date: 'date',
  file: 'file',
};

const schema = z
  .object({
    question: message,
    answer: z.enum(ANSWER_TYPES),
    choices: z.array(z.string().min(1).max(100)).max(20).default([]),
    /** A variable with a list of options, instead of `choices`: 1 to 50 of them, known when it is asked. */
    choicesFrom: path.optional(),
    rule: z
      .object({
        least: z.number().optional(),
        most: z.number().optional(),
        pattern: pattern.optional(),
      })
      .default({}),
    attempts: z.int().min(1).max(5).default(2),
    retryText: z.string().max(1000).default(''),
    timeoutSeconds: replyTimeout.default(24 * HOUR),
    debounceSeconds: z.int().min(0).max(30).default(3),
    cancelWords: z.array(z.string().min(1).max(40)).max(20).default([]),
    saveTo: variableName,
  })
  .refine(
    ({ answer, choices, choicesFrom }) =>
      answer !== 'choice' || choices.length >= 2 || choicesFrom !== undefined,
    { path: ['choices'] },
  );

export const ask = defineNode({
  kind: 'ask',
  version: 1,
  family: 'action',
  schema,
  initial: { question: '', answer: 'text' },
  words: words(
    [
      'Perguntar',
      'Pergunta, confere a resposta (CPF, e-mail, data…) e guarda. Respostas erradas são pedidas de novo.',
    ],
    ['Ask', 'Asks, checks the answer (CPF, e-mail, date…) and keeps it. Wrong answers are asked for again.'],
    [
      'Preguntar',
      'Pregunta, revisa la respuesta (CPF, correo, fecha…) y la guarda. Las erróneas se piden de nuevo.',
    ],
  ),
  waitsFor: 'reply',
  canFail: true,
  ports: () => [
    port('ok', { required: true }),
    port('invalid', { required: true }),
    port('timed_out', { required: true }),
    port('cancelled'),
    port('taken_over'),
  ],
  outputs: ({ answer }) => ({ resposta: HOLDS[answer] ?? 'text', texto: 'text' }),
  assigns: ({ answer, saveTo }) => ({ [saveTo]: HOLDS[answer] ?? 'text' }),
  saves: ({ saveTo }) => ({ [saveTo]: 'resposta' }),
  writings: ({ answer, choicesFrom, rule }) => [
    write('template', 'question'),
    write('template', 'retryText'),
    ...(answer === 'choice' && choicesFrom !== undefined ? [write('path', 'choicesFrom')] : []),
    ...(rule.pattern === undefined ? [] : [write('pattern', 'rule', 'pattern')]),
  ],
  waitSeconds: ({ timeoutSeconds }) => timeoutSeconds,
  messages: () => 1,
  summary: ({ question, saveTo }) => `${question} → ${saveTo}`,
});
