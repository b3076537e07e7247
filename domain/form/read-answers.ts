import * as z from 'zod';
import { normalizeCpf } from '../contact/cpf';
import { readPhone } from '../contact/phone';
import type { FlowObject, FlowValue } from '../flow/runtime/value';
import { asNumber } from '../flow/runtime/value';
import type { FormField } from './form';

/** Why an answer is not taken. */
export type AnswerProblem = 'missing' | 'too_long' | 'number' | 'phone' | 'email' | 'cpf' | 'date' | 'choice';

export interface Answers {
  /** By the fields' keys; of what was left empty, null. */
  values: FlowObject;
  consents: { key: string; text: string }[];
  /** Digits with country code; null when none was asked for or given. */
  phone: string | null;
  name: string | null;
  /** What becomes fields of the contact. */
  save: FlowObject;
}

const MAX_CHARACTERS = { text: 200, long_text: 4_000 };
const email = z.email().max(254);
const day = z.iso.date();

/** Reads what a page has sent, all as texts. Fields that the form does not have are not looked at. */
export function readAnswers(
  fields: readonly FormField[],
  sent: Readonly<Record<string, unknown>>,
): { ok: true; answers: Answers } | { ok: false; problems: Record<string, AnswerProblem> } {
  const answers: Answers = { values: {}, consents: [], phone: null, name: null, save: {} };
  const problems: Record<string, AnswerProblem> = {};
  for (const field of fields) {
    const { key } = field;
    const raw = Object.hasOwn(sent, key) ? sent[key] : undefined;
    const given = typeof raw === 'string' ? raw.replaceAll('\0', '').trim() : '';
    if (given === '') {
      if (field.required) problems[key] = 'missing';
      answers.values[key] = field.type === 'checkbox' ? false : null;
      continue;
    }
    const read = readOne(field, given);
    if ('problem' in read) problems[key] = read.problem;
    else take(answers, field, read.value);
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, answers };
}

function take(answers: Answers, { key, type, label, consent, saveAs }: FormField, value: FlowValue): void {
  answers.values[key] = value;
  if (consent && value === true) answers.consents.push({ key, text: label });
  if (type === 'phone' && typeof value === 'string') answers.phone = value;
  if (saveAs === 'name' && typeof value === 'string') answers.name = value;
  else if (saveAs !== null && saveAs !== 'name') answers.save[saveAs.field] = value;
}

type Read = { value: FlowValue } | { problem: AnswerProblem };

function readOne(field: FormField, given: string): Read {
  const or = (value: FlowValue | undefined, problem: AnswerProblem): Read =>
    value === undefined ? { problem } : { value };
  switch (field.type) {
    case 'text':
    case 'long_text':
      return given.length > MAX_CHARACTERS[field.type] ? { problem: 'too_long' } : { value: given };
    case 'number':
      return or(asNumber(given), 'number');
    case 'phone':
      return or(readPhone(given), 'phone');
    case 'email':
      return or(email.safeParse(given.toLowerCase()).data, 'email');
    case 'cpf':
      return or(normalizeCpf(given), 'cpf');
    case 'date':
      return or(day.safeParse(given.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1')).data, 'date');
    case 'choice':
      return field.choices.includes(given) ? { value: given } : { problem: 'choice' };
    case 'checkbox':
      return { value: true };
  }
}
