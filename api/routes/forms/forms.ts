import * as z from 'zod';
import { formColor, formFields } from '../../../domain/form/form';
import {
  createForm,
  type Form,
  getForm,
  listForms,
  listSubmissions,
  removeForm,
  saveForm,
} from '../../../services/form/forms';
import { endpoint } from '../../endpoint';
import { idParams, pageOf, pageQuery, time } from '../../schemas';

const formInput = z.strictObject({
  name: z.string().trim().min(1).max(120),
  intro: z.string().trim().max(4_000).default(''),
  fields: formFields,
  thanks: z.string().trim().min(1).max(2_000).default('Recebemos sua resposta. Obrigado!'),
  color: formColor.default('#2563eb').describe('#rrggbb'),
  open: z.boolean().default(true).describe('A closed one takes nothing'),
});

const formSchema = z.object({
  id: z.uuid(),
  ...formInput.shape,
  color: z.string(),
  url: z.string().describe('Where anybody can fill it in'),
  createdAt: time,
});

function view(form: Form, publicUrl: string) {
  return { ...form, url: `${publicUrl}/forms/${form.token}`, createdAt: form.createdAt.toISOString() };
}

export const listFormsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/forms',
  tag: 'forms',
  summary: 'Public forms by name, with how often each was sent',
  role: 'ORG_AGENT',
  responses: { 200: z.object({ items: z.array(formSchema.extend({ submissions: z.int() })) }) },
  async handle({ deps, ctx }) {
    const forms = await listForms(deps, ctx);
    const items = forms.map((form) => ({ ...view(form, deps.env.publicUrl), submissions: form.submissions }));
    return { status: 200, body: { items } };
  },
});

export const getFormEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/forms/{id}',
  tag: 'forms',
  summary: 'A public form',
  role: 'ORG_AGENT',
  params: idParams,
  responses: { 200: formSchema },
  async handle({ deps, ctx, params }) {
    return { status: 200, body: view(await getForm(deps, ctx, params.id), deps.env.publicUrl) };
  },
});

export const createFormEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/forms',
  tag: 'forms',
  summary: 'A new public form',
  description:
    'With a phone field, what is sent belongs to the contact of that phone, who is made if unknown.',
  role: 'ORG_MANAGER',
  body: formInput,
  responses: { 201: formSchema },
  async handle({ deps, ctx, body }) {
    return { status: 201, body: view(await createForm(deps, ctx, body), deps.env.publicUrl) };
  },
});

export const saveFormEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/forms/{id}',
  tag: 'forms',
  summary: 'Change a form; its address stays',
  role: 'ORG_MANAGER',
  params: idParams,
  body: formInput,
  responses: { 200: formSchema },
  async handle({ deps, ctx, params, body }) {
    return { status: 200, body: view(await saveForm(deps, ctx, params.id, body), deps.env.publicUrl) };
  },
});

export const removeFormEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/forms/{id}',
  tag: 'forms',
  summary: 'Remove a form and all that was sent with it',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await removeForm(deps, ctx, params.id);
    return { status: 204 };
  },
});

export const listSubmissionsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/forms/{id}/submissions',
  tag: 'forms',
  summary: 'What was sent with a form, the newest first',
  role: 'ORG_AGENT',
  params: idParams,
  query: pageQuery,
  responses: {
    200: pageOf(
      z.object({
        id: z.uuid(),
        contactId: z.uuid().nullable(),
        values: z.record(z.string(), z.unknown()),
        consents: z.array(z.object({ key: z.string(), text: z.string() })).describe('Word by word'),
        createdAt: time,
      }),
    ),
  },
  async handle({ deps, ctx, params, query }) {
    const page = await listSubmissions(deps, ctx, params.id, { limit: query.limit, cursor: query.cursor });
    const items = page.items.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() }));
    return { status: 200, body: { items, nextCursor: page.nextCursor } };
  },
});
