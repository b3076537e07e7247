import { Braces } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTemplate, renderTemplate } from '../../../../../domain/flow/expression/template';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import { Field, type FieldControl } from '../../../components/field';
import { IconButton } from '../../../components/icon-button';
import { controlClass } from '../../../components/input';
import { cx } from '../../../lib/cx';
import { useEditorParts } from '../lib/editor-context';
import { type Picker, useScope, useSuggestions } from '../lib/use-suggestions';

interface TemplateFieldProps {
  nodeId: string;
  label: string;
  value: string;
  lines: number;
  /** Characters it may have, where there is a limit worth showing. */
  most?: number | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  /** Beside the label. */
  aside?: ReactNode;
  onChange: (value: string) => void;
}

/** Text with variables: `{{` lists what is known at this place, a bar the filters; below stands what comes of it. */
export function TemplateField({ nodeId, label, hint, error, aside, most, ...rest }: TemplateFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const area = useRef<HTMLTextAreaElement>(null);
  const { scope, filled, zone } = useScope(nodeId);
  const picker = useSuggestions(area, scope, filled, zone, rest);
  const { length } = rest.value;
  return (
    <Field
      label={label}
      error={error}
      hint={hint}
      aside={
        <span className="flex items-center gap-1">
          {most !== undefined && length > most * 0.8 && (
            <span className={cx('text-xs', length > most ? 'text-danger' : 'text-muted')}>
              {length}/{most}
            </span>
          )}
          {aside}
          {!readOnly && (
            <IconButton
              label={t('variables.insertIn', { label })}
              icon={<Braces aria-hidden />}
              className="-my-1.5"
              onClick={picker.force}
            />
          )}
        </span>
      }
    >
      {(control) => (
        <div className="relative">
          <TemplateArea {...rest} control={control} area={area} picker={picker} />
          <SuggestionList picker={picker} />
          <Preview value={rest.value} filled={filled} zone={zone} />
        </div>
      )}
    </Field>
  );
}

interface TemplateAreaProps extends Pick<TemplateFieldProps, 'value' | 'lines' | 'onChange'> {
  control: FieldControl;
  area: RefObject<HTMLTextAreaElement | null>;
  picker: Picker;
}

function TemplateArea({ value, lines, onChange, control, area, picker }: TemplateAreaProps) {
  const { editor, readOnly } = useEditorParts();
  return (
    <textarea
      {...control}
      ref={area}
      rows={lines}
      readOnly={readOnly}
      value={value}
      role="combobox"
      aria-expanded={picker.suggestions.length > 0}
      aria-autocomplete="list"
      aria-controls={picker.listId}
      aria-activedescendant={
        picker.suggestions[picker.current] ? `${picker.listId}-${picker.current}` : undefined
      }
      onChange={(event) => {
        onChange(lines === 1 ? event.target.value.replaceAll('\n', ' ') : event.target.value);
        picker.follow();
      }}
      onKeyDown={(event) => {
        if (!picker.onKeyDown(event) && event.key === 'Enter' && lines === 1) event.preventDefault();
      }}
      onKeyUp={(event) => {
        if (event.key.startsWith('Arrow') && picker.suggestions.length === 0) picker.follow();
      }}
      onClick={picker.follow}
      onBlur={() => {
        picker.close();
        editor.settle();
      }}
      className={cx(controlClass, 'field-sizing-content resize-none px-3 py-2')}
    />
  );
}

function SuggestionList({
  picker: { listId, suggestions, current, wants, choose, point },
}: {
  picker: Picker;
}) {
  const { t } = useTranslation('flow-editor');
  return (
    <ul
      id={listId}
      role="listbox"
      aria-label={t(wants === 'filter' ? 'variables.filters' : 'variables.title')}
      hidden={suggestions.length === 0}
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-card border border-divider bg-overlay p-1 shadow-pop"
    >
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.word}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === current}
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            choose(suggestion);
          }}
          onPointerMove={() => point(index)}
          className={cx('cursor-pointer rounded-control px-2 py-1', index === current && 'bg-raised')}
        >
          <span className="block truncate font-mono text-sm">{suggestion.word}</span>
          <span className="block truncate text-xs text-muted">{suggestion.detail}</span>
        </li>
      ))}
    </ul>
  );
}

function Preview({ value, filled, zone }: { value: string; filled: FlowObject; zone: string }) {
  const { t } = useTranslation('flow-editor');
  if (!value.includes('{{')) return null;
  const parsed = parseTemplate(value);
  const rendered = parsed.ok ? renderTemplate(parsed.value, filled, { zone }) : parsed;
  if (!rendered.ok) return <p className="mt-1 text-sm text-warning">{t('variables.unfinished')}</p>;
  return (
    <p className="mt-1 text-sm break-words whitespace-pre-wrap text-muted">
      {t('variables.preview', { text: rendered.value })}
    </p>
  );
}
