import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { formatDuration } from '../../../lib/format/duration';
import { useEditorParts } from '../lib/editor-context';
import type { SettingsSchema } from '../lib/settings-schema';

const UNITS = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
type Unit = keyof typeof UNITS;
const NAMES: Unit[] = ['second', 'minute', 'hour', 'day'];

interface DurationFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  schema: SettingsSchema;
  /** Seconds. */
  value: unknown;
  onChange: (value: number | undefined) => void;
}

/** A time as a figure and its unit. */
export function DurationField({ label, hint, error, schema, value, onChange }: DurationFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { editor, readOnly } = useEditorParts();
  const seconds = typeof value === 'number' ? value : undefined;
  const [picked, setPicked] = useState<Unit>();
  const unit = picked ?? evenUnit(seconds);
  return (
    <Field
      label={label}
      error={error}
      hint={
        hint ??
        (schema.maximum === undefined
          ? undefined
          : t('duration.most', { time: formatDuration(schema.maximum * 1000) }))
      }
    >
      {(control) => (
        <div className="flex gap-2">
          <div className="w-24 shrink-0">
            <Input
              {...control}
              type="number"
              min={0}
              step="any"
              readOnly={readOnly}
              value={seconds === undefined ? '' : seconds / UNITS[unit]}
              onChange={(event) => {
                const figure = event.target.valueAsNumber;
                setPicked(unit);
                onChange(Number.isNaN(figure) ? undefined : Math.round(figure * UNITS[unit]));
              }}
              onBlur={() => editor.settle()}
            />
          </div>
          <Select
            aria-label={t('duration.unitOf', { label })}
            className="flex-1"
            disabled={readOnly}
            value={unit}
            onChange={(event) => {
              const next = NAMES.find((name) => name === event.target.value) ?? 'second';
              setPicked(next);
              if (seconds !== undefined) onChange(Math.round((seconds / UNITS[unit]) * UNITS[next]));
            }}
          >
            {NAMES.map((name) => (
              <option key={name} value={name}>
                {t(`duration.${name}`)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </Field>
  );
}

function evenUnit(seconds: number | undefined): Unit {
  if (seconds === undefined || seconds === 0) return 'minute';
  return NAMES.findLast((name) => seconds % UNITS[name] === 0) ?? 'second';
}
