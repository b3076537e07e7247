import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import type { FieldDraft } from '../lib/form-draft';

const HELP_MAX = 500;
const KEY_MAX = 40;

interface FieldDetailsProps {
  field: FieldDraft;
  keyError: string | undefined;
  set: (part: Partial<Pick<FieldDraft, 'key' | 'help' | 'saveAs'>>) => void;
}

/** What most questions do well without. */
export function FieldDetails({ field, keyError, set }: FieldDetailsProps) {
  const { t } = useTranslation('integrations');
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('forms.help')}>
        {(control) => (
          <Input
            {...control}
            value={field.help}
            maxLength={HELP_MAX}
            autoComplete="off"
            onChange={(event) => set({ help: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('forms.key')} hint={t('forms.keyHint')} error={keyError}>
        {(control) => (
          <Input
            {...control}
            value={field.key}
            maxLength={KEY_MAX}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => set({ key: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('forms.saveAs')} hint={t('forms.saveAsHint')}>
        {(control) => (
          <Select
            {...control}
            value={kindOf(field.saveAs)}
            onChange={(event) => set({ saveAs: savedAs(event.target.value, field.key) })}
          >
            <option value="none">{t('forms.save.none')}</option>
            <option value="name">{t('forms.save.name')}</option>
            <option value="field">
              {t('forms.save.field', {
                key: typeof field.saveAs === 'object' ? (field.saveAs?.field ?? field.key) : field.key,
              })}
            </option>
          </Select>
        )}
      </Field>
    </div>
  );
}

function kindOf(saveAs: FieldDraft['saveAs']): 'none' | 'name' | 'field' {
  if (saveAs === null) return 'none';
  return saveAs === 'name' ? 'name' : 'field';
}

function savedAs(kind: string, key: string): FieldDraft['saveAs'] {
  if (kind === 'name') return 'name';
  return kind === 'field' ? { field: key } : null;
}
