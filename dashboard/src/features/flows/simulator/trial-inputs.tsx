import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FlowObject, readPath } from '../../../../../domain/flow/runtime/value';
import { Button } from '../../../components/button';
import { Disclosure } from '../../../components/disclosure';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Textarea } from '../../../components/textarea';
import { readPayload } from '../lib/read-payload';
import { putAt, readTyped, typedValue } from '../lib/trial-inputs';

interface TrialInputsProps {
  /** Paths that the node names, each a field of its own. */
  names: readonly string[];
  /** What was there before anything was written: a text stays one. */
  given: FlowObject;
  sees: FlowObject | 'broken';
  onChange: (sees: FlowObject | 'broken') => void;
  /** Undefined while there is nothing to take back. */
  onReset: (() => void) | undefined;
}

/** What a node finds, value by value; all of it as JSON for who wants it. */
export function TrialInputs({ names, given, sees, onChange, onReset }: TrialInputsProps) {
  const { t } = useTranslation('flows');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [text, setText] = useState<string>();
  const whole = sees === 'broken' ? given : sees;
  const reset = onReset && (
    <Button
      size="sm"
      variant="quiet"
      onClick={() => {
        setTyped({});
        setText(undefined);
        onReset();
      }}
    >
      {t('one.reset')}
    </Button>
  );
  const all = (
    <Field
      label={t('one.sees')}
      error={sees === 'broken' ? t('repeat.notJson') : undefined}
      aside={names.length === 0 ? reset : undefined}
    >
      {(control) => (
        <Textarea
          {...control}
          rows={6}
          spellCheck={false}
          value={text ?? JSON.stringify(whole, null, 2)}
          onChange={({ target }) => {
            setText(target.value);
            setTyped({});
            onChange((readPayload(target.value) as FlowObject | undefined) ?? 'broken');
          }}
          className="max-h-72 font-mono text-sm"
        />
      )}
    </Field>
  );
  if (names.length === 0) return all;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">{t('one.inputs')}</legend>
      <div className="flex min-h-8 items-center justify-between gap-2">
        <p aria-hidden className="font-medium">
          {t('one.inputs')}
        </p>
        {reset}
      </div>
      {names.map((name) => {
        const path = name.split('.');
        return (
          <Field key={name} label={name}>
            {(control) => (
              <Input
                {...control}
                spellCheck={false}
                disabled={sees === 'broken'}
                value={typed[name] ?? typedValue(readPath(whole, path))}
                onChange={({ target }) => {
                  setTyped((before) => ({ ...before, [name]: target.value }));
                  setText(undefined);
                  onChange(putAt(whole, path, readTyped(target.value, readPath(given, path))));
                }}
              />
            )}
          </Field>
        );
      })}
      <Disclosure summary={t('one.all')}>{all}</Disclosure>
    </fieldset>
  );
}
