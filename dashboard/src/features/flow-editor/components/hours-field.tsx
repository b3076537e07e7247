import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Field } from '../../../components/field';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { Textarea } from '../../../components/textarea';
import { useFormat } from '../../../lib/format/use-format';
import { useEditorParts } from '../lib/editor-context';

interface ZoneFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (zone: string) => void;
}

/** A time zone by its IANA name; the list helps, any may be typed. */
export function ZoneField({ label, hint, error, value, onChange }: ZoneFieldProps) {
  const { readOnly, editor } = useEditorParts();
  const listId = useId();
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <>
          <Input
            {...control}
            list={listId}
            readOnly={readOnly}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => editor.settle()}
          />
          <datalist id={listId}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

interface Opening {
  day: number;
  from: number;
  to: number;
}

interface HoursFieldProps {
  label: string;
  value: unknown;
  path: string;
  errorAt: (path: string) => string | undefined;
  onChange: (value: unknown) => void;
}

const NEW_OPENING: Opening = { day: 1, from: 540, to: 1080 };

/** Opening hours of this block's own. */
export function HoursField({ label, value, path, errorAt, onChange }: HoursFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const calendar = { zone: '', hours: [] as Opening[], holidays: [] as string[], ...(value as object) };
  const { zone, hours, holidays } = calendar;
  const change = (next: Partial<typeof calendar>) => onChange({ ...calendar, ...next });
  return (
    <fieldset disabled={readOnly} className="flex flex-col gap-3 rounded-card border border-divider p-3">
      <legend className="px-1 text-sm font-medium">{label}</legend>
      <ZoneField
        label={t('hours.zone')}
        value={zone}
        error={errorAt(`${path}.zone`)}
        onChange={(next) => change({ zone: next })}
      />
      {hours.map((opening, index) => (
        <OpeningRow
          key={index}
          number={index + 1}
          opening={opening}
          onChange={(next) => change({ hours: hours.with(index, { ...opening, ...next }) })}
          onRemove={() => change({ hours: hours.toSpliced(index, 1) })}
        />
      ))}
      {errorAt(`${path}.hours`) !== undefined && (
        <p role="alert" className="text-sm text-danger">
          {errorAt(`${path}.hours`)}
        </p>
      )}
      <Button
        size="sm"
        variant="quiet"
        className="self-start"
        icon={<Plus aria-hidden />}
        onClick={() => change({ hours: [...hours, NEW_OPENING] })}
      >
        {t('hours.add')}
      </Button>
      <Field label={t('hours.holidays')} hint={t('hours.holidaysHint')} error={errorAt(`${path}.holidays`)}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            defaultValue={holidays.join('\n')}
            onChange={(event) =>
              change({
                holidays: event.target.value
                  .split('\n')
                  .map((line) => line.trim())
                  .filter(Boolean),
              })
            }
          />
        )}
      </Field>
    </fieldset>
  );
}

interface OpeningRowProps {
  number: number;
  opening: Opening;
  onChange: (change: Partial<Opening>) => void;
  onRemove: () => void;
}

function OpeningRow({ number, opening, onChange, onRemove }: OpeningRowProps) {
  const { t } = useTranslation('flow-editor');
  const { language } = useFormat().place;
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 4 January 2026 is a Sunday.
  const names = [0, 1, 2, 3, 4, 5, 6].map((day) => format.format(Date.UTC(2026, 0, 4 + day)));
  return (
    <div className="flex items-center gap-1.5">
      <Select
        aria-label={t('hours.day', { number })}
        className="w-24"
        value={opening.day}
        onChange={(event) => onChange({ day: Number(event.target.value) })}
      >
        {names.map((name, day) => (
          <option key={name} value={day}>
            {name}
          </option>
        ))}
      </Select>
      <Input
        type="time"
        aria-label={t('hours.from', { number })}
        value={clock(opening.from)}
        onChange={(event) => onChange({ from: minutes(event.target.value) })}
      />
      <Input
        type="time"
        aria-label={t('hours.to', { number })}
        value={clock(opening.to)}
        onChange={(event) => onChange({ to: minutes(event.target.value) })}
      />
      <IconButton label={t('hours.remove', { number })} icon={<Trash2 aria-hidden />} onClick={onRemove} />
    </div>
  );
}

const clock = (at: number) =>
  `${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;

function minutes(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}
