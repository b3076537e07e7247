import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/checkbox';
import { ColorInput } from '../../../components/color-input';
import { EditDialog } from '../../../components/edit-dialog';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Textarea } from '../../../components/textarea';
import type { PublicForm } from '../../../lib/api/types';
import { useSaveForm } from '../api/use-forms';
import { bodyOf, changeForm, draftOf, type FormDraft, isFormComplete, newForm } from '../lib/form-draft';
import { FormFields } from './form-fields';
import { FormPreview } from './form-preview';

const NAME_MAX = 120;
const INTRO_MAX = 4_000;
const THANKS_MAX = 2_000;

/** A form's questions and looks, beside what people will see. */
export function FormDialog({ form, onClose }: { form: PublicForm | undefined; onClose: () => void }) {
  const { t } = useTranslation('integrations');
  const save = useSaveForm();
  const [draft, change] = useReducer(changeForm, form, (before) =>
    before === undefined ? newForm(t('forms.thanksDefault')) : draftOf(before),
  );
  const set = (part: Partial<Pick<FormDraft, 'name' | 'intro' | 'thanks' | 'color' | 'open'>>) =>
    change({ type: 'set', part });
  return (
    <EditDialog
      width="xl"
      title={form === undefined ? t('forms.new') : t('edit', { name: form.name })}
      incomplete={!isFormComplete(draft)}
      saving={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ id: form?.id, body: bodyOf(draft) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="flex min-w-0 flex-col gap-4">
          <Field label={t('name')} hint={t('forms.nameHint')}>
            {(control) => (
              <Input
                {...control}
                value={draft.name}
                maxLength={NAME_MAX}
                autoComplete="off"
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('forms.intro')}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                value={draft.intro}
                maxLength={INTRO_MAX}
                onChange={(event) => set({ intro: event.target.value })}
              />
            )}
          </Field>
          <FormFields form={draft} change={change} />
          <Field label={t('forms.thanks')} hint={t('forms.thanksHint')}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                value={draft.thanks}
                maxLength={THANKS_MAX}
                onChange={(event) => set({ thanks: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('color')}>
            {(control) => (
              <ColorInput {...control} value={draft.color} onChange={(color) => set({ color })} />
            )}
          </Field>
          <Checkbox
            label={t('forms.open')}
            hint={t('forms.openHint')}
            checked={draft.open}
            onChange={(event) => set({ open: event.target.checked })}
          />
        </div>
        <FormPreview form={draft} />
      </div>
    </EditDialog>
  );
}
