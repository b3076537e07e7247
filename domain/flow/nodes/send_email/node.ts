import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { template } from '../fields';

/** An address, or a template that gives one. */
const mail = z
  .string()
  .max(254)
  .regex(/^([^\s@{}]+@[^\s@{}]+\.[^\s@{}]+|\{\{.+\}\})$/);

const schema = z.object({
  to: z.array(mail).min(1).max(20),
  cc: z.array(mail).max(20).default([]),
  subject: template(200),
  body: template(8192),
});

export const sendEmail = defineNode({
  kind: 'send_email',
  version: 1,
  family: 'action',
  schema,
  initial: { to: [], subject: '', body: '' },
  words: words(
    ['Enviar e-mail', 'Envia um e-mail em nome da empresa.'],
    ['Send e-mail', 'Sends an e-mail in the name of the company.'],
    ['Enviar correo', 'Envía un correo en nombre de la empresa.'],
  ),
  canFail: true,
  ports: () => [port('out')],
  writings: ({ to, cc }) => [
    ...to.map((_to, index) => write('template', 'to', index)),
    ...cc.map((_cc, index) => write('template', 'cc', index)),
    write('template', 'subject'),
    write('template', 'body'),
  ],
  summary: ({ subject }) => subject,
});
