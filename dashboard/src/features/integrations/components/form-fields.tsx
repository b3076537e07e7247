import { Plus } from 'lucide-react';
import { type Dispatch, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { type FormChange, type FormDraft, MAX_FIELDS } from '../lib/form-draft';
import { FormFieldEditor } from './form-field-editor';

/** The questions in their order. */
export function FormFields({ form, change }: { form: FormDraft; change: Dispatch<FormChange> }) {
  const { t } = useTranslation('integrations');
  const [said, say] = useState('');
  const count = form.fields.length;
  const move = (at: number, by: -1 | 1) => {
    const field = form.fields[at];
    if (field === undefined || form.fields[at + by] === undefined) return;
    // The element may be put elsewhere on the page, which takes the focus away from what is in it.
    const focused = document.activeElement;
    change({ type: 'move', id: field.id, by });
    say(t('forms.moved', { name: field.label, position: at + by + 1, count }));
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{t('forms.fields')}</legend>
      {count === 0 && <p className="text-text-2">{t('forms.noFields')}</p>}
      {form.fields.map((field, at) => (
        <FormFieldEditor
          key={field.id}
          form={form}
          field={field}
          at={at}
          change={change}
          onMove={(by) => move(at, by)}
        />
      ))}
      <p role="status" className="sr-only">
        {said}
      </p>
      <Button
        icon={<Plus aria-hidden />}
        disabled={count >= MAX_FIELDS}
        onClick={() => change({ type: 'add', fieldType: count === 0 ? 'text' : nextType(form) })}
        className="self-start"
      >
        {t('forms.addField')}
      </Button>
    </fieldset>
  );
}

/** After the name most forms want the phone: by it they know whose the answer is. */
function nextType({ fields }: FormDraft): 'phone' | 'text' {
  return fields.some(({ type }) => type === 'phone') ? 'text' : 'phone';
}
