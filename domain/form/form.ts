import * as z from 'zod';

const FORM_FIELD_TYPES = [
  'text',
  'long_text',
  'number',
  'phone',
  'email',
  'cpf',
  'date',
  'choice',
  'checkbox',
] as const;

/** Names of contact fields (domain/contact/fields.ts), less what the page itself sends. */
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .refine((name) => name !== 'constructor' && name !== 'prototype');

const field = z
  .strictObject({
    key,
    type: z.enum(FORM_FIELD_TYPES),
    /** Of a checkbox: what is agreed to, word by word. */
    label: z.string().trim().min(1).max(500),
    help: z.string().trim().max(500).default(''),
    required: z.boolean().default(false),
    choices: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
    /** A checkbox that is a consent: its words are kept with the answer. */
    consent: z.boolean().default(false),
    /** What it is of the contact: the name, or a field of this name; null: of nothing. */
    saveAs: z
      .union([z.literal('name'), z.object({ field: key })])
      .nullable()
      .default(null),
  })
  .refine(({ type, choices }) => type !== 'choice' || new Set(choices).size === choices.length, {
    path: ['choices'],
  })
  .refine(({ type, choices }) => type !== 'choice' || choices.length >= 2, { path: ['choices'] })
  .refine(({ type, consent }) => type === 'checkbox' || !consent, { path: ['consent'] });
export type FormField = z.output<typeof field>;

export const formFields = z
  .array(field)
  .min(1)
  .max(40)
  .refine((fields) => new Set(fields.map((each) => each.key)).size === fields.length, {
    message: 'keys must differ',
  })
  .refine((fields) => fields.filter(({ type }) => type === 'phone').length <= 1, {
    message: 'one phone at most',
  });

export const formColor = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .transform((color) => color.toLowerCase());
