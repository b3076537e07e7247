import { randomBytes } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import * as z from 'zod';
import type { Limits } from '../../../adapters/limits/limits';
import { readAnswers } from '../../../domain/form/read-answers';
import { findPublicForm } from '../../../services/form/forms';
import { submitForm } from '../../../services/form/submit-form';
import type { ApiDeps } from '../../endpoint';
import { networkOf } from '../auth/login-guard';
import { DEDUPE_KEY, formPage, HONEYPOT, messagePage } from './form-page';

const BODY_LIMIT = '256kb';
/** Of one address on one form: a family, an office. */
const FROM_ADDRESS = { attempts: 20, withinSeconds: 600 };
/** Of one form, wherever from: a campaign, not a flood. */
const FOR_FORM = { attempts: 600, withinSeconds: 600 };

const keySchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const sentSchema = z.record(z.string(), z.unknown());

/** A page by its nonce, or where to go on. */
type Answer = { status: number; waitMs?: number; page: (nonce: string) => string } | { goTo: string };

/** `/forms/:token`: pages for anybody, in Portuguese, that need no script and run none. */
export function publicFormRouter(deps: ApiDeps, limits: Limits): Router {
  const perAddress = limits.limit('form-address', FROM_ADDRESS);
  const perForm = limits.limit('form', FOR_FORM);
  const router = Router();

  router.get('/forms/:token', async (req, res) => {
    send(res, await show(req.params.token, req.query['enviado'] === '1'));
  });
  router.post(
    '/forms/:token',
    express.urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: 100 }),
    async (req: Request<{ token: string }>, res) => {
      send(res, await take(req.params.token, req.ip ?? '', sentSchema.safeParse(req.body).data ?? {}));
    },
  );
  return router;

  async function show(token: string, isSent: boolean): Promise<Answer> {
    const form = await findPublicForm(deps, token);
    if (form === undefined) return GONE;
    if (!form.open) return message(200, form, form.name, CLOSED);
    if (isSent) return message(200, form, 'Enviado!', form.thanks);
    const state = { key: newKey(), sent: {}, problems: {} };
    return { status: 200, page: (nonce) => formPage({ ...form, nonce }, form, state) };
  }

  async function take(token: string, address: string, sent: Record<string, unknown>): Promise<Answer> {
    const form = await findPublicForm(deps, token);
    if (form === undefined) return GONE;
    if (!form.open) return message(410, form, form.name, CLOSED);
    const waitMs =
      (await perAddress.take(`${form.id} ${networkOf(address)}`)) ?? (await perForm.take(form.id));
    if (waitMs !== undefined) return { ...message(429, form, 'Espere um pouco', TOO_MANY), waitMs };
    const thanks = { goTo: `/forms/${form.token}?enviado=1` };
    // A program that fills in what people do not see is told what people are told.
    if (typeof sent[HONEYPOT] === 'string' && sent[HONEYPOT] !== '') return thanks;
    const key = keySchema.safeParse(sent[DEDUPE_KEY]).data ?? newKey();
    const read = readAnswers(form.fields, sent);
    if (!read.ok) {
      const state = { key, sent, problems: read.problems };
      return { status: 400, page: (nonce) => formPage({ ...form, nonce }, form, state) };
    }
    const { tenantId } = form;
    await submitForm(deps, { tenantId, form, dedupeKey: key, answers: read.answers });
    return thanks;
  }
}

const newKey = () => randomBytes(18).toString('base64url');

const CLOSED = 'Este formulário não recebe mais respostas.';
const TOO_MANY = 'Recebemos muitos envios em pouco tempo. Espere alguns minutos e tente de novo.';
const GONE = message(
  404,
  { color: '#3f3f46', business: 'Prosa' },
  'Formulário não encontrado',
  'Confira o endereço.',
);

function message(
  status: number,
  { color, business }: { color: string; business: string },
  title: string,
  text: string,
): Extract<Answer, { status: number }> {
  return { status, page: (nonce) => messagePage({ color, business, nonce }, title, text) };
}

/** Nothing is loaded, run or framed; one style, by its nonce; it may be sent to ourselves only. */
function send(res: Response, answer: Answer): void {
  res.setHeader('cache-control', 'no-store').setHeader('referrer-policy', 'no-referrer');
  if ('goTo' in answer) {
    res.redirect(303, answer.goTo);
    return;
  }
  const nonce = newKey();
  if (answer.waitMs !== undefined) res.setHeader('retry-after', String(Math.ceil(answer.waitMs / 1_000)));
  res.setHeader(
    'content-security-policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  res.status(answer.status).type('html').send(answer.page(nonce));
}
