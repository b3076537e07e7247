import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type Dispatch, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/checkbox';
import { Disclosure } from '../../../components/disclosure';
import { Field } from '../../../components/field';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import {
  FIELD_TYPES,
  type FieldDraft,
  type FieldType,
  type FormChange,
  type FormDraft,
  problemOf,
} from '../lib/form-draft';
import { FieldDetails } from './field-details';

const LABEL_MAX = 500;

interface FormFieldEditorProps {
  form: FormDraft;
  field: FieldDraft;
  /** Its place, from 0. */
  at: number;
  change: Dispatch<FormChange>;
  onMove: (by: -1 | 1) => void;
}

/** One question. Alt with an arrow moves it, from anywhere inside. */
export function FormFieldEditor({ form, field, at, change, onMove }: FormFieldEditorProps) {
  const { t } = useTranslation('integrations');
  const [left, setLeft] = useState(false);
  const set = (part: FieldPart) => change({ type: 'change', id: field.id, part });
  const name = field.label.trim() === '' ? t('forms.fieldNumber', { number: at + 1 }) : field.label;
  const problem = problemOf(form, field);
  // What is not written yet is no mistake before somebody went by it.
  const wrong = problem === 'label' && !left ? undefined : problem;
  const error = (...of: (typeof problem)[]) =>
    wrong !== undefined && of.includes(wrong) ? t(`forms.problem.${wrong}`) : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const isLast = at === form.fields.length - 1;
  return (
    <div
      role="group"
      aria-label={name}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 rounded-card border border-hairline p-3.5"
    >
      <FieldHead name={name} at={at} isLast={isLast} change={change} id={field.id} onMove={onMove} />
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_180px]">
        <Field label={t(field.consent ? 'forms.consentText' : 'forms.label')} error={error('label')}>
          {(control) => (
            <Input
              {...control}
              value={field.label}
              maxLength={LABEL_MAX}
              autoComplete="off"
              onBlur={() => setLeft(true)}
              onChange={(event) => set({ label: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('forms.typeLabel')} error={error('onePhone')}>
          {(control) => (
            <Select
              {...control}
              value={field.type}
              onChange={(event) => set({ type: event.target.value as FieldType })}
            >
              {FIELD_TYPES.map((type) => (
                <option key={type} value={type}>
                  {t(`forms.type.${type}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {field.type === 'choice' && (
        <Field label={t('forms.choices')} hint={t('forms.choicesHint')} error={error('choices')}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              value={field.choices}
              onChange={(event) => set({ choices: event.target.value })}
            />
          )}
        </Field>
      )}
      <FieldBoxes field={field} set={set} />
      <Disclosure summary={t('forms.more')}>
        <FieldDetails field={field} keyError={error('key', 'keyTaken')} set={set} />
      </Disclosure>
    </div>
  );
}

interface FieldHeadProps extends Pick<FormFieldEditorProps, 'at' | 'change' | 'onMove'> {
  id: number;
  name: string;
  isLast: boolean;
}

function FieldHead({ id, name, at, isLast, change, onMove }: FieldHeadProps) {
  const { t } = useTranslation('integrations');
  return (
    <div className="-mt-1 -mr-1.5 flex items-center justify-between gap-2">
      <span className="text-sm text-muted">{t('forms.fieldNumber', { number: at + 1 })}</span>
      <span className="flex">
        <IconButton
          label={t('forms.moveUp', { name })}
          icon={<ArrowUp aria-hidden />}
          // Not disabled at the edge: that would throw the focus away.
          aria-disabled={at === 0}
          onClick={() => onMove(-1)}
          className="aria-disabled:opacity-45"
        />
        <IconButton
          label={t('forms.moveDown', { name })}
          icon={<ArrowDown aria-hidden />}
          aria-disabled={isLast}
          onClick={() => onMove(1)}
          className="aria-disabled:opacity-45"
        />
        <IconButton
          label={t('remove.of', { name })}
          icon={<Trash2 aria-hidden />}
          onClick={() => change({ type: 'remove', id })}
        />
      </span>
    </div>
  );
}

type FieldPart = Partial<Omit<FieldDraft, 'id' | 'ownKey'>>;

function FieldBoxes({ field, set }: { field: FieldDraft; set: (part: FieldPart) => void }) {
  const { t } = useTranslation('integrations');
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <Checkbox
        label={t('forms.required')}
        checked={field.required}
        onChange={(event) => set({ required: event.target.checked })}
      />
      {field.type === 'checkbox' && (
        <Checkbox
          label={t('forms.consent')}
          hint={t('forms.consentHint')}
          checked={field.consent}
          onChange={(event) => set({ consent: event.target.checked })}
        />
      )}
    </div>
  );
}
