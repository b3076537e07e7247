import { useTranslation } from 'react-i18next';
import type { ReferenceType } from '../../../../../domain/flow/define-node';
import { TO_CHOOSE } from '../../../../../domain/flow/portable';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { useEditorParts } from '../lib/editor-context';
import { useReferences } from '../lib/references';

interface ReferenceFieldProps {
  type: ReferenceType;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** One of the company's things. What is gone stays visible until somebody chooses again. */
export function ReferenceField({
  type,
  label,
  hint,
  error,
  value,
  onChange,
}: ReferenceFieldProps & { value: string; onChange: (id: string | undefined) => void }) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const options = useReferences().options[type];
  const isGone = value !== '' && options !== undefined && !options.some(({ id }) => id === value);
  return (
    <Field
      label={label}
      hint={hint ?? (options?.length === 0 ? t(`reference.none.${type}`) : undefined)}
      error={error}
    >
      {(control) => (
        <Select
          {...control}
          disabled={readOnly}
          value={value}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="">{t('choose')}</option>
          {(isGone || options === undefined) && value !== '' && (
            <option value={value}>
              {value === TO_CHOOSE ? t('reference.toChoose') : options ? t('reference.gone') : value}
            </option>
          )}
          {options?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Several of them. */
export function ReferencesField({
  type,
  label,
  hint,
  error,
  value,
  onChange,
}: ReferenceFieldProps & { value: unknown; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const options = useReferences().options[type];
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const gone = options === undefined ? [] : chosen.filter((id) => !options.some((each) => each.id === id));
  return (
    <fieldset disabled={readOnly} className="flex flex-col gap-1.5" data-field={label}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {options === undefined && <p className="text-sm text-muted">{t('reference.loading')}</p>}
      {options?.length === 0 && <p className="text-sm text-muted">{t(`reference.none.${type}`)}</p>}
      {options?.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
        />
      ))}
      {gone.map((id) => (
        <Checkbox
          key={id}
          label={id === TO_CHOOSE ? t('reference.toChoose') : t('reference.gone')}
          checked
          onChange={() => onChange(chosen.filter((each) => each !== id))}
        />
      ))}
      {hint !== undefined && <p className="text-sm text-muted">{hint}</p>}
      {error !== undefined && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
