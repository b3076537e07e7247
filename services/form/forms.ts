import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { NotFoundError } from '../../domain/errors';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { type FormField, formFields } from '../../domain/form/form';
import type { Form as FormRow } from '../../prisma/generated/client';
import { asObject } from '../contact/lock-contact';
import type { Deps, TenantContext } from '../deps';
import { decodeCursor, encodeCursor, type Page } from '../page';
import { unlessNameTaken } from '../unless-name-taken';

export interface FormInput {
  name: string;
  /** What stands above the questions. */
  intro: string;
  fields: FormField[];
  /** What is shown to who has sent it. */
  thanks: string;
  /** #rrggbb */
  color: string;
  /** A closed one takes nothing. */
  open: boolean;
}

export interface Form extends FormInput {
  id: string;
  /** Of its public address. */
  token: string;
  createdAt: Date;
}

type FormContext = Pick<TenantContext, 'tenantId'>;
const TOKEN_BYTES = 16;

export async function listForms(
  deps: Pick<Deps, 'db'>,
  { tenantId }: FormContext,
): Promise<(Form & { submissions: number })[]> {
  const rows = await deps.db.withTenant(tenantId, (tx) =>
    tx.form.findMany({
      where: { tenantId },
      include: { _count: { select: { submissions: true } } },
      orderBy: { name: 'asc' },
    }),
  );
  return rows.map((row) => ({ ...asForm(row), submissions: row._count.submissions }));
}

/** @throws NotFoundError for a form that is not this tenant's */
export async function getForm(deps: Pick<Deps, 'db'>, { tenantId }: FormContext, id: string): Promise<Form> {
  return deps.db.withTenant(tenantId, async (tx) => asForm(await requireForm(tx, tenantId, id)));
}

/** @throws ConflictError name_taken */
export async function createForm(
  deps: Pick<Deps, 'db'>,
  { tenantId }: FormContext,
  input: FormInput,
): Promise<Form> {
  const data = { id: newId(), tenantId, token: randomBytes(TOKEN_BYTES).toString('base64url'), ...input };
  return unlessNameTaken(async () =>
    asForm(await deps.db.withTenant(tenantId, (tx) => tx.form.create({ data }))),
  );
}

/** Its address stays. @throws NotFoundError for a form that is not this tenant's; ConflictError name_taken */
export async function saveForm(
  deps: Pick<Deps, 'db'>,
  { tenantId }: FormContext,
  id: string,
  input: FormInput,
): Promise<Form> {
  return unlessNameTaken(() =>
    deps.db.withTenant(tenantId, async (tx) => {
      await requireForm(tx, tenantId, id);
      return asForm(await tx.form.update({ where: { id }, data: input }));
    }),
  );
}

/** With all that was sent with it. @throws NotFoundError for a form that is not this tenant's */
export async function removeForm(
  deps: Pick<Deps, 'db'>,
  { tenantId }: FormContext,
  id: string,
): Promise<void> {
  await deps.db.withTenant(tenantId, async (tx) => {
    await requireForm(tx, tenantId, id);
    await tx.form.delete({ where: { id } });
  });
}

export interface Submission {
  id: string;
  contactId: string | null;
  values: FlowObject;
  consents: { key: string; text: string }[];
  createdAt: Date;
}

const cursorSchema = z.tuple([z.uuid()]);
const consentsSchema = z.array(z.object({ key: z.string(), text: z.string() }));

/** The newest first. @throws NotFoundError for a form that is not this tenant's */
export async function listSubmissions(
  deps: Pick<Deps, 'db'>,
  { tenantId }: FormContext,
  formId: string,
  page: { limit: number; cursor: string | undefined },
): Promise<Page<Submission>> {
  const after = decodeCursor(cursorSchema, page.cursor);
  const rows = await deps.db.withTenant(tenantId, async (tx) => {
    await requireForm(tx, tenantId, formId);
    return tx.formSubmission.findMany({
      where: { tenantId, formId, ...(after && { id: { lt: after[0] } }) },
      orderBy: { id: 'desc' },
      take: page.limit + 1,
    });
  });
  const items = rows.slice(0, page.limit).map(({ id, contactId, values, consents, createdAt }) => ({
    id,
    contactId,
    values: asObject(values),
    consents: consentsSchema.parse(consents),
    createdAt,
  }));
  const last = items.at(-1);
  const more = rows.length > page.limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor([last.id]) : null };
}

/** Whose form a public address is. @returns undefined for none, or when its tenant is not active */
export async function findPublicForm(
  deps: Pick<Deps, 'db'>,
  token: string,
): Promise<(Form & { tenantId: string; business: string }) | undefined> {
  const row = await deps.db.withSystem((tx) =>
    tx.form.findUnique({ where: { token }, include: { tenant: { select: { name: true, status: true } } } }),
  );
  if (row === null || row.tenant.status !== 'active') return undefined;
  return { ...asForm(row), tenantId: row.tenantId, business: row.tenant.name };
}

async function requireForm(tx: Transaction, tenantId: string, id: string): Promise<FormRow> {
  const row = await tx.form.findFirst({ where: { tenantId, id } });
  if (row === null) throw new NotFoundError('Form');
  return row;
}

function asForm(row: FormRow): Form {
  const { id, name, token, intro, thanks, color, open, createdAt } = row;
  return { id, name, token, intro, thanks, color, open, createdAt, fields: formFields.parse(row.fields) };
}
