import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import { useEditorParts } from '../lib/editor-context';
import type { SettingsSchema } from '../lib/settings-schema';
import { useFlowWords } from '../lib/use-words';
import type { Widget } from '../lib/widgets';

interface PlainFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  path: string;
  schema: SettingsSchema;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A yes or no, one or several of a few, words, a figure, a text. */
export function PlainField({ is, ...props }: PlainFieldProps & { is: Widget['is'] }) {
  const { readOnly } = useEditorParts();
  switch (is) {
    case 'boolean':
      return (
        <Checkbox
          label={props.label}
          hint={props.hint}
          disabled={readOnly}
          checked={props.value === true}
          onChange={(event) => props.onChange(event.target.checked)}
        />
      );
    case 'choice':
      return <ChoiceField {...props} />;
    case 'choices':
      return <ChoicesField {...props} />;
    case 'words':
      return <WordsField {...props} />;
    case 'number':
    case 'share':
      return <NumberField {...props} isShare={is === 'share'} />;
    case 'script':
      return <ScriptField {...props} />;
    default:
      return <TextField {...props} is={is} />;
  }
}

const nameOf = (path: string) => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;

function ChoiceField({ label, hint, error, path, schema, value, onChange }: PlainFieldProps) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { readOnly } = useEditorParts();
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          disabled={readOnly}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        >
          {value === undefined && <option value="">{t('choose')}</option>}
          {schema.enum?.map((each) => (
            <option key={each} value={each}>
              {words.option(nameOf(path), String(each))}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function ChoicesField({ path, schema, value, onChange, label, error }: PlainFieldProps) {
  const words = useFlowWords();
  const { readOnly } = useEditorParts();
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="flex flex-col gap-1.5" disabled={readOnly}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {schema.items?.enum?.map((each) => (
        <Checkbox
          key={each}
          label={words.option(nameOf(path), String(each))}
          checked={chosen.includes(each)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, each] : chosen.filter((one) => one !== each))
          }
        />
      ))}
      {error !== undefined && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function WordsField({ label, hint, error, path, value, onChange }: PlainFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { editor, readOnly } = useEditorParts();
  const lines = Array.isArray(value) ? value.map(String) : [];
  return (
    <Field label={label} error={error} hint={hint ?? t('words.onePerLine')}>
      {(control) => (
        <Textarea
          {...control}
          key={path}
          rows={3}
          readOnly={readOnly}
          defaultValue={lines.join('\n')}
          onChange={(event) =>
            onChange(
              event.target.value
                .split('\n')
                .map((line) => line.trim())
                .filter(Boolean),
            )
          }
          onBlur={() => editor.settle()}
        />
      )}
    </Field>
  );
}

function NumberField({
  label,
  hint,
  error,
  schema,
  value,
  onChange,
  isShare,
}: PlainFieldProps & { isShare: boolean }) {
  const { editor, readOnly } = useEditorParts();
  const figure = typeof value === 'number' ? value : undefined;
  return (
    <Field label={label} error={error} hint={hint ?? limits(schema, isShare)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          readOnly={readOnly}
          min={isShare ? 0 : schema.minimum}
          max={isShare ? 100 : schema.maximum}
          step={schema.type === 'integer' || isShare ? 1 : 'any'}
          value={figure === undefined ? '' : isShare ? Math.round(figure * 100) : figure}
          onChange={(event) => {
            const next = event.target.valueAsNumber;
            if (Number.isNaN(next)) onChange(undefined);
            else onChange(isShare ? next / 100 : next);
          }}
          onBlur={() => editor.settle()}
        />
      )}
    </Field>
  );
}

function TextField({
  label,
  hint,
  error,
  schema,
  value,
  onChange,
  is,
}: PlainFieldProps & { is: Widget['is'] }) {
  const { editor, readOnly } = useEditorParts();
  const isWords = is === 'text';
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          readOnly={readOnly}
          spellCheck={isWords}
          autoComplete="off"
          value={typeof value === 'string' ? value : ''}
          className={isWords ? '' : 'font-mono'}
          onChange={(event) => {
            const typed = is === 'variable' ? tidy(event.target.value) : event.target.value;
            // Emptied, an optional name is not there, rather than wrong.
            const isGone = typed === '' && schema.default === undefined && !isWords;
            onChange(isGone ? undefined : typed);
          }}
          onBlur={() => editor.settle()}
        />
      )}
    </Field>
  );
}

function ScriptField({ label, hint, error, value, onChange }: PlainFieldProps) {
  const { editor, readOnly } = useEditorParts();
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Textarea
          {...control}
          rows={6}
          readOnly={readOnly}
          spellCheck={false}
          value={typeof value === 'string' ? value : ''}
          className="font-mono text-sm"
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => editor.settle()}
        />
      )}
    </Field>
  );
}

/** Names of variables are small letters and underscores; what people type is brought there. */
function tidy(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]/g, '_');
}

function limits({ minimum, maximum }: SettingsSchema, isShare: boolean): string | undefined {
  if (isShare) return '0–100 %';
  const isBounded = minimum !== undefined && maximum !== undefined && maximum < 100_000;
  return isBounded && minimum >= 0 ? `${minimum}–${maximum}` : undefined;
}
