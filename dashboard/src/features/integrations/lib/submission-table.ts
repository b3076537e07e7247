import type { PublicForm, Submission } from '../../../lib/api/types';

export interface Column {
  key: string;
  label: string;
}

/** The form's questions as they are now, then what only earlier answers have. */
export function columnsOf(form: Pick<PublicForm, 'fields'>, submissions: readonly Submission[]): Column[] {
  const columns = form.fields.map(({ key, label }) => ({ key, label }));
  const known = new Set(columns.map(({ key }) => key));
  const gone = new Set(
    submissions.flatMap(({ values }) => Object.keys(values)).filter((key) => !known.has(key)),
  );
  return [...columns, ...[...gone].map((key) => ({ key, label: key }))];
}
