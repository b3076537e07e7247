import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { useFormat } from '../../../lib/format/use-format';
import { useEditorParts } from '../lib/editor-context';
import { type SimpleSchedule, readCron, writeCron } from '../lib/simple-schedule';

interface CronFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (cron: string) => void;
}

const DAYS = [1, 2, 3, 4, 5, 6, 0];

/** When it begins: a time and days for most, the five fields of cron for the rest. */
export function CronField({ label, hint, error, value, onChange }: CronFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { readOnly, editor } = useEditorParts();
  const simple = readCron(value);
  return (
    <fieldset disabled={readOnly} className="flex flex-col gap-3">
      <legend className="sr-only">{label}</legend>
      <Field label={label} hint={hint}>
        {(control) => (
          <Select
            {...control}
            value={simple ? simple.every : 'cron'}
            onChange={(event) => {
              const every = event.target.value;
              if (every === 'cron') onChange(`${value.trim()} `);
              else {
                const base = simple ?? { hour: 9, minute: 0, days: [1, 2, 3, 4, 5], date: 1 };
                onChange(writeCron({ ...base, every: every === 'month' ? 'month' : 'week' }));
              }
            }}
          >
            <option value="week">{t('cron.week')}</option>
            <option value="month">{t('cron.month')}</option>
            <option value="cron">{t('cron.cron')}</option>
          </Select>
        )}
      </Field>
      {simple ? (
        <SimpleFields simple={simple} error={error} onChange={(next) => onChange(writeCron(next))} />
      ) : (
        <Field label={t('cron.expression')} hint={t('cron.help')} error={error}>
          {(control) => (
            <Input
              {...control}
              className="font-mono"
              spellCheck={false}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onBlur={() => editor.settle()}
            />
          )}
        </Field>
      )}
    </fieldset>
  );
}

interface SimpleFieldsProps {
  simple: SimpleSchedule;
  error: string | undefined;
  onChange: (schedule: SimpleSchedule) => void;
}

function SimpleFields({ simple, error, onChange }: SimpleFieldsProps) {
  const { t } = useTranslation('flow-editor');
  const { language } = useFormat().place;
  const change = (next: Partial<SimpleSchedule>) => onChange({ ...simple, ...next });
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 4 January 2026 is a Sunday.
  const dayName = (day: number) => format.format(Date.UTC(2026, 0, 4 + day));
  return (
    <>
      <Field label={t('cron.time')} error={error}>
        {(control) => (
          <Input
            {...control}
            type="time"
            className="max-w-32"
            value={`${two(simple.hour)}:${two(simple.minute)}`}
            onChange={(event) => {
              const [hour, minute] = event.target.value.split(':').map(Number);
              if (hour !== undefined && minute !== undefined) change({ hour, minute });
            }}
          />
        )}
      </Field>
      {simple.every === 'week' ? (
        <div className="grid grid-cols-2 gap-1.5">
          {DAYS.map((day) => (
            <Checkbox
              key={day}
              label={<span className="inline-block first-letter:uppercase">{dayName(day)}</span>}
              checked={simple.days.includes(day)}
              onChange={(event) => {
                const days = event.target.checked
                  ? [...simple.days, day]
                  : simple.days.filter((each) => each !== day);
                if (days.length > 0) change({ days });
              }}
            />
          ))}
        </div>
      ) : (
        <Field label={t('cron.date')}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={31}
              className="max-w-32"
              value={simple.date}
              onChange={(event) => {
                const date = event.target.valueAsNumber;
                if (date >= 1 && date <= 31) change({ date });
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}

const two = (value: number) => String(value).padStart(2, '0');
