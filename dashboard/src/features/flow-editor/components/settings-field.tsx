import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import { useEditorParts } from '../lib/editor-context';
import type { SettingsSchema } from '../lib/settings-schema';
import { useFlowWords } from '../lib/use-words';
import { widgetOf } from '../lib/widgets';
import { BlockField } from './block-field';
import { CronField } from './cron-field';
import { DurationField } from './duration-field';
import { HoursField, ZoneField } from './hours-field';
import { JsonField } from './json-field';
import { ItemsField, VariantsField } from './nested-fields';
import { ReferenceField, ReferencesField } from './reference-field';
import { TemplateField } from './template-field';
import { TemplatesField } from './templates-field';
import { TestField } from './test-field';

/** One setting of a block, wherever it stands. */
export interface SettingProps {
  nodeId: string;
  kind: string;
  /** With places: `buttons.0.title`. */
  path: string;
  schema: SettingsSchema;
  value: unknown;
  /** The words of what is wrong at a path, if anything is. */
  errorAt: (path: string) => string | undefined;
  onChange: (value: unknown) => void;
}

/** The control that fits a setting, chosen by its name and shape. */
export function SettingField(props: SettingProps) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { editor, readOnly } = useEditorParts();
  const { nodeId, kind, path, schema, errorAt, onChange } = props;
  const general = path.replaceAll(/\.\d+/g, '.*');
  const name = general.split('.').findLast((part) => part !== '*') ?? general;
  const widget = widgetOf(kind, general, schema);
  const value = props.value ?? schema.default;
  const label = words.field(kind, general);
  const hint = words.hint(kind, general);
  const error = errorAt(path);
  const text = typeof value === 'string' ? value : '';
  const settle = () => editor.settle();
  const common = { label, hint, error };

  switch (widget.is) {
    case 'hidden':
      return null;
    case 'template':
      return (
        <TemplateField
          {...common}
          nodeId={nodeId}
          lines={widget.lines}
          value={text}
          most={schema.maxLength}
          onChange={onChange}
        />
      );
    case 'messages':
    case 'templates':
      return <TemplatesField {...props} {...common} isMessages={widget.is === 'messages'} />;
    case 'test':
      return (
        <TestField
          nodeId={nodeId}
          label={label}
          path={path}
          value={value}
          errorAt={errorAt}
          onChange={onChange}
        />
      );
    case 'duration':
      return <DurationField {...common} schema={schema} value={value} onChange={onChange} />;
    case 'reference':
      return <ReferenceField {...common} type={widget.type} value={text} onChange={onChange} />;
    case 'references':
      return <ReferencesField {...common} type={widget.type} value={value} onChange={onChange} />;
    case 'block':
      return <BlockField {...common} nodeId={nodeId} value={text} onChange={onChange} />;
    case 'cron':
      return <CronField {...common} value={text} onChange={onChange} />;
    case 'zone':
      return <ZoneField {...common} value={text} onChange={onChange} />;
    case 'hours':
      return <HoursField {...common} value={value} path={path} errorAt={errorAt} onChange={onChange} />;
    case 'json':
      return <JsonField {...common} value={value} onChange={onChange} />;
    case 'variants':
      return <VariantsField {...props} value={value} label={label} />;
    case 'group':
    case 'list':
      return <ItemsField {...props} value={value} label={label} isList={widget.is === 'list'} />;
    case 'boolean':
      return (
        <Checkbox
          label={label}
          hint={hint}
          disabled={readOnly}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case 'choice':
      return (
        <Field {...common}>
          {(control) => (
            <Select
              {...control}
              disabled={readOnly}
              value={typeof value === 'number' ? String(value) : text}
              onChange={(event) => onChange(event.target.value)}
            >
              {value === undefined && <option value="">{t('choose')}</option>}
              {schema.enum?.map((each) => (
                <option key={each} value={each}>
                  {words.option(name, String(each))}
                </option>
              ))}
            </Select>
          )}
        </Field>
      );
    case 'choices': {
      const chosen: unknown[] = Array.isArray(value) ? value : [];
      return (
        <fieldset className="flex flex-col gap-1.5" disabled={readOnly}>
          <legend className="mb-1 text-sm font-medium">{label}</legend>
          {schema.items?.enum?.map((each) => (
            <Checkbox
              key={each}
              label={words.option(name, String(each))}
              checked={chosen.includes(each)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, each] : chosen.filter((one) => one !== each))
              }
            />
          ))}
          {error !== undefined && <p className="text-sm text-danger">{error}</p>}
        </fieldset>
      );
    }
    case 'words': {
      const lines = Array.isArray(value) ? value.map(String) : [];
      return (
        <Field {...common} hint={hint ?? t('words.onePerLine')}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              readOnly={readOnly}
              defaultValue={lines.join('\n')}
              key={`${nodeId} ${path}`}
              onChange={(event) =>
                onChange(
                  event.target.value
                    .split('\n')
                    .map((line) => line.trim())
                    .filter(Boolean),
                )
              }
              onBlur={settle}
            />
          )}
        </Field>
      );
    }
    case 'number':
    case 'share':
      return (
        <Field {...common} hint={hint ?? limits(schema, widget.is === 'share')}>
          {(control) => (
            <Input
              {...control}
              type="number"
              readOnly={readOnly}
              min={widget.is === 'share' ? 0 : schema.minimum}
              max={widget.is === 'share' ? 100 : (schema.maximum ?? undefined)}
              step={schema.type === 'integer' || widget.is === 'share' ? 1 : 'any'}
              value={
                typeof value === 'number' ? (widget.is === 'share' ? Math.round(value * 100) : value) : ''
              }
              onChange={(event) => {
                const figure = event.target.valueAsNumber;
                if (Number.isNaN(figure)) onChange(undefined);
                else onChange(widget.is === 'share' ? figure / 100 : figure);
              }}
              onBlur={settle}
            />
          )}
        </Field>
      );
    case 'text':
    case 'variable':
    case 'path':
    case 'code':
      return (
        <Field {...common}>
          {(control) => (
            <Input
              {...control}
              readOnly={readOnly}
              spellCheck={widget.is === 'text'}
              autoComplete="off"
              value={text}
              className={widget.is === 'text' ? '' : 'font-mono'}
              onChange={(event) => {
                const typed = event.target.value;
                const optional = schema.default === undefined && typed === '' && schema.minLength !== 1;
                onChange(optional && widget.is !== 'text' ? undefined : tidy(typed, widget.is));
              }}
              onBlur={settle}
            />
          )}
        </Field>
      );
  }
}

/** Names of variables are small letters and underscores; what people type is brought there. */
function tidy(text: string, widget: string): string {
  if (widget !== 'variable') return text;
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
