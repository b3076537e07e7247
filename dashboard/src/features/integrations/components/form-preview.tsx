import { useTranslation } from 'react-i18next';
import { inkOn } from '../../../../../domain/form/ink-on';
import { controlClass } from '../../../components/input';
import { cx } from '../../../lib/cx';
import { type FieldDraft, type FormDraft, readChoices } from '../lib/form-draft';

/** What people will see: a picture of it, not a form. */
export function FormPreview({ form }: { form: FormDraft }) {
  const { t } = useTranslation('integrations');
  return (
    <section aria-label={t('forms.preview')} className="min-w-0 lg:sticky lg:top-0">
      <p className="mb-2 text-sm font-medium">{t('forms.preview')}</p>
      <div
        className="flex flex-col gap-4 rounded-card border border-t-4 border-hairline bg-raised p-4"
        style={{ borderTopColor: form.color }}
      >
        <p className="text-lg font-semibold break-words">{form.name.trim() || t('forms.untitled')}</p>
        {form.intro.trim() !== '' && <p className="break-words whitespace-pre-line">{form.intro.trim()}</p>}
        {form.fields.map((field) => (
          <PreviewField key={field.id} field={field} />
        ))}
        <p
          className="grid h-10 place-items-center rounded-control font-semibold"
          style={{ backgroundColor: form.color, color: inkOn(form.color) }}
        >
          {t('forms.send')}
        </p>
      </div>
    </section>
  );
}

function PreviewField({ field }: { field: FieldDraft }) {
  const { t } = useTranslation('integrations');
  const label = `${field.label.trim() || t('forms.unlabelled')}${field.required ? ' *' : ''}`;
  if (field.type === 'checkbox') {
    return (
      <p className="flex gap-2.5">
        <span aria-hidden className="mt-0.5 size-4 shrink-0 rounded-xs border border-control bg-surface" />
        <span className="min-w-0 break-words">{label}</span>
      </p>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-sm font-medium break-words">{label}</p>
      {field.help.trim() !== '' && <p className="text-sm text-muted">{field.help}</p>}
      <p
        className={cx(
          controlClass,
          'truncate px-3 py-1.5 text-muted',
          field.type === 'long_text' ? 'min-h-16' : 'min-h-9',
        )}
      >
        {field.type === 'choice' ? readChoices(field.choices).join(' · ') : t(`forms.type.${field.type}`)}
      </p>
    </div>
  );
}
