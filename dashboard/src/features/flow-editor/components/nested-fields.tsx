import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { IconButton } from '../../../components/icon-button';
import { Select } from '../../../components/select';
import { readAt, writeAt } from '../lib/at-path';
import { useEditorParts } from '../lib/editor-context';
import { FileField } from './file-field';
import { newKey } from '../lib/new-id';
import { type SettingsSchema, blankOf, variantNow, variantsOf } from '../lib/settings-schema';
import type { SettingProps } from '../lib/setting-props';
import { useFlowWords } from '../lib/use-words';

/** The fields of an object, each with its own control. */
export function Fields({ schema, value, path, ...rest }: SettingProps) {
  const { Setting } = rest;
  return (
    <>
      {Object.entries(schema.properties ?? {}).map(([name, each]) => (
        <Setting
          {...rest}
          key={name}
          path={path === '' ? name : `${path}.${name}`}
          schema={each}
          value={readAt(value, [name])}
          onChange={(next) => rest.onChange(writeAt(value, [name], next))}
        />
      ))}
    </>
  );
}

/** One of several shapes: first which, then its fields. */
export function VariantsField({ label, ...props }: SettingProps & { label: string }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { readOnly } = useEditorParts();
  const { schema, value, path, kind, onChange, errorAt } = props;
  const shapes = variantsOf(schema);
  if (!shapes) return null;
  const now = variantNow(shapes, value);
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  const chosen = shapes.variants.find((each) => each.name === now)?.schema;
  return (
    <div className="flex flex-col gap-3">
      <Field label={label} error={errorAt(path)} hint={words.hint(kind, path.replaceAll(/\.\d+/g, '.*'))}>
        {(control) => (
          <Select
            {...control}
            disabled={readOnly}
            value={now}
            onChange={(event) => {
              const next = shapes.variants.find((each) => each.name === event.target.value);
              if (next) onChange(blankOf(next.schema));
            }}
          >
            {now === '' && <option value="">{t('choose')}</option>}
            {shapes.variants.map((each) => (
              <option key={each.name} value={each.name}>
                {words.option(name, each.name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen && now === 'file' && <FileField {...props} />}
      {chosen && now !== 'file' && <Fields {...props} schema={chosen} />}
    </div>
  );
}

/** An object inside of the settings, or a list of them: options, branches, headers. */
export function ItemsField({ label, isList, ...props }: SettingProps & { label: string; isList: boolean }) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const { schema, value, path, errorAt, onChange } = props;
  const error = errorAt(path);
  if (!isList) {
    return (
      <fieldset className="flex flex-col gap-3 rounded-card border border-divider p-3">
        <legend className="px-1 text-sm font-medium">{label}</legend>
        <Fields {...props} />
      </fieldset>
    );
  }
  const items: unknown[] = Array.isArray(value) ? value : [];
  const inner = schema.items ?? {};
  const most = Math.min(schema.maxItems ?? 50, 50);
  const swap = (a: number, b: number) => onChange(items.with(a, items[b]).with(b, items[a]));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {items.map((item, index) => (
        <div key={keyOf(item, index)} className="flex flex-col gap-2 rounded-card border border-divider p-3">
          <div className="-mt-1 -mr-1 flex items-center gap-1">
            <span className="flex-1 text-xs text-muted">{t('list.item', { number: index + 1 })}</span>
            {!readOnly && (
              <>
                <IconButton
                  label={t('list.up', { label, number: index + 1 })}
                  icon={<ArrowUp aria-hidden />}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                />
                <IconButton
                  label={t('list.down', { label, number: index + 1 })}
                  icon={<ArrowDown aria-hidden />}
                  disabled={index === items.length - 1}
                  onClick={() => swap(index, index + 1)}
                />
                <IconButton
                  label={t('list.remove', { label, number: index + 1 })}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => onChange(items.toSpliced(index, 1))}
                />
              </>
            )}
          </div>
          <Fields
            {...props}
            path={`${path}.${index}`}
            schema={inner}
            value={item}
            onChange={(next) => onChange(items.with(index, next))}
          />
        </div>
      ))}
      {error !== undefined && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
      {!readOnly && items.length < most && (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...items, newItem(inner, items)])}
        >
          {t('list.add', { label })}
        </Button>
      )}
    </fieldset>
  );
}

function newItem(schema: SettingsSchema, items: readonly unknown[]): unknown {
  const blank = blankOf(schema);
  if (typeof blank !== 'object' || blank === null || !('key' in blank)) return blank;
  return { ...blank, key: newKey(items.map((item) => keyOf(item, 0))) };
}

function keyOf(item: unknown, index: number): string {
  const key = readAt(item, ['key']);
  return typeof key === 'string' ? key : String(index);
}
