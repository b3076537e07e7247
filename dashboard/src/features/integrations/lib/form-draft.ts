import type { PublicForm } from '../../../lib/api/types';
import { isKey, keyFromLabel } from './key-from-label';

type FormField = PublicForm['fields'][number];
export type FieldType = FormField['type'];
export const FIELD_TYPES = [
  'text',
  'long_text',
  'phone',
  'email',
  'cpf',
  'number',
  'date',
  'choice',
  'checkbox',
] as const satisfies readonly FieldType[];
export const MAX_FIELDS = 40;
const MAX_CHOICES = 50;
const CHOICE_MAX = 100;

export interface FieldDraft extends Omit<FormField, 'choices'> {
  /** Of this page only. */
  id: number;
  /** Whether its key follows the label no more: it was written by hand, or answers are kept under it. */
  ownKey: boolean;
  /** As they are written: one a line. */
  choices: string;
}

export interface FormDraft {
  name: string;
  intro: string;
  thanks: string;
  /** #rrggbb */
  color: string;
  open: boolean;
  fields: FieldDraft[];
  /** Of the field that is added next. */
  nextId: number;
}

export type FormBody = Omit<FormDraft, 'fields' | 'nextId'> & { fields: FormField[] };

export type FormChange =
  | { type: 'set'; part: Partial<Pick<FormDraft, 'name' | 'intro' | 'thanks' | 'color' | 'open'>> }
  | { type: 'add'; fieldType: FieldType }
  | { type: 'change'; id: number; part: Partial<Omit<FieldDraft, 'id' | 'ownKey'>> }
  /** By one place, up (-1) or down (1). */
  | { type: 'move'; id: number; by: -1 | 1 }
  | { type: 'remove'; id: number };

export function newForm(thanks: string): FormDraft {
  return { name: '', intro: '', thanks, color: '#2563eb', open: true, fields: [], nextId: 1 };
}

export function draftOf({ name, intro, thanks, color, open, fields }: PublicForm): FormDraft {
  const drafts = fields.map((field, at) => ({
    ...field,
    id: at + 1,
    ownKey: true,
    choices: field.choices.join('\n'),
  }));
  return { name, intro, thanks, color, open, fields: drafts, nextId: drafts.length + 1 };
}

/** What becomes of a form while it is built. */
export function changeForm(form: FormDraft, change: FormChange): FormDraft {
  switch (change.type) {
    case 'set':
      return { ...form, ...change.part };
    case 'add':
      return form.fields.length >= MAX_FIELDS ? form : added(form, change.fieldType);
    case 'change':
      return {
        ...form,
        fields: form.fields.map((field) =>
          field.id === change.id ? changed(field, change.part, othersKeys(form, field)) : field,
        ),
      };
    case 'move':
      return { ...form, fields: moved(form.fields, change.id, change.by) };
    case 'remove':
      return { ...form, fields: form.fields.filter(({ id }) => id !== change.id) };
  }
}

function added(form: FormDraft, type: FieldType): FormDraft {
  const field: FieldDraft = {
    id: form.nextId,
    ownKey: false,
    key: keyFromLabel('', keysOf(form.fields)),
    type,
    label: '',
    help: '',
    required: false,
    choices: '',
    consent: false,
    saveAs: null,
  };
  return { ...form, fields: [...form.fields, field], nextId: form.nextId + 1 };
}

function changed(
  field: FieldDraft,
  part: Partial<Omit<FieldDraft, 'id' | 'ownKey'>>,
  taken: string[],
): FieldDraft {
  const next = { ...field, ...part };
  if (part.key !== undefined) next.ownKey = true;
  else if (part.label !== undefined && !field.ownKey) next.key = keyFromLabel(part.label, taken);
  // Only who ticks a box consents.
  if (next.type !== 'checkbox') next.consent = false;
  // What is kept under the name of the key goes where the key goes.
  const savedUnderKey = typeof field.saveAs === 'object' && field.saveAs?.field === field.key;
  if (savedUnderKey && part.saveAs === undefined) next.saveAs = { field: next.key };
  return next;
}

function moved(fields: FieldDraft[], id: number, by: -1 | 1): FieldDraft[] {
  const from = fields.findIndex((field) => field.id === id);
  const field = fields[from];
  const other = fields[from + by];
  if (field === undefined || other === undefined) return fields;
  return fields.with(from, other).with(from + by, field);
}

const keysOf = (fields: FieldDraft[]) => fields.map(({ key }) => key);
const othersKeys = (form: FormDraft, field: FieldDraft) =>
  keysOf(form.fields.filter(({ id }) => id !== field.id));

export function readChoices(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export type FieldProblem = 'label' | 'key' | 'keyTaken' | 'choices' | 'onePhone';

/** What the API would refuse of one field. */
export function problemOf(form: FormDraft, field: FieldDraft): FieldProblem | undefined {
  if (field.label.trim() === '') return 'label';
  if (!isKey(field.key)) return 'key';
  if (othersKeys(form, field).includes(field.key)) return 'keyTaken';
  if (field.type === 'choice' && !areChoices(readChoices(field.choices))) return 'choices';
  const phones = form.fields.filter(({ type }) => type === 'phone');
  return field.type === 'phone' && phones[0]?.id !== field.id ? 'onePhone' : undefined;
}

function areChoices(choices: string[]): boolean {
  return (
    choices.length >= 2 &&
    choices.length <= MAX_CHOICES &&
    new Set(choices).size === choices.length &&
    choices.every((choice) => choice.length <= CHOICE_MAX)
  );
}

export function isFormComplete(form: FormDraft): boolean {
  return (
    form.name.trim() !== '' &&
    form.thanks.trim() !== '' &&
    form.fields.length > 0 &&
    form.fields.every((field) => problemOf(form, field) === undefined)
  );
}

/** As the API takes it. */
export function bodyOf({ name, intro, thanks, color, open, fields }: FormDraft): FormBody {
  return {
    name: name.trim(),
    intro: intro.trim(),
    thanks: thanks.trim(),
    color,
    open,
    fields: fields.map(({ key, type, label, help, required, choices, consent, saveAs }) => ({
      key,
      type,
      label: label.trim(),
      help: help.trim(),
      required,
      choices: type === 'choice' ? readChoices(choices) : [],
      consent,
      saveAs,
    })),
  };
}
