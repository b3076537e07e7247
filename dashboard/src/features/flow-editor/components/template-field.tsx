import { Braces } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTERS } from '../../../../../domain/flow/expression/filters';
import { parseTemplate, renderTemplate } from '../../../../../domain/flow/expression/template';
import { scopeAt } from '../../../../../domain/flow/scope-at';
import { type FlowObject, asText } from '../../../../../domain/flow/runtime/value';
import { Field } from '../../../components/field';
import { IconButton } from '../../../components/icon-button';
import { controlClass } from '../../../components/input';
import { cx } from '../../../lib/cx';
import { useEditorParts } from '../lib/editor-context';
import { sampleScope } from '../lib/samples';
import { useAnalysis } from '../lib/use-analysis';
import { insertAtCaret, openPlaceholder, searchVariables, variablesOf } from '../lib/variables';

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
  aside?: React.ReactNode;
  onChange: (value: string) => void;
}

interface Suggestion {
  word: string;
  detail: string;
}

const SHOWN = 40;

/** Text with variables: `{{` lists what is known at this place, a bar the filters; below stands what comes of it. */
export function TemplateField({
  nodeId,
  label,
  value,
  lines,
  most,
  hint,
  error,
  aside,
  onChange,
}: TemplateFieldProps) {
  const { t } = useTranslation('flow-editor');
  const { editor, samples, readOnly } = useEditorParts();
  const { graph } = useAnalysis();
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number>();
  const [chosen, setChosen] = useState(0);
  const [forced, setForced] = useState(false);
  const scope = useMemo(() => scopeAt(graph, nodeId), [graph, nodeId]);
  const filled = useMemo(() => sampleScope(scope, samples), [scope, samples]);
  const zone = zoneOf(samples);

  const open = caret === undefined ? undefined : openPlaceholder(value, caret);
  const isOpen = caret !== undefined && (open !== undefined || forced);
  const suggestions = useMemo<Suggestion[]>(() => {
    if (!isOpen) return [];
    if (open?.wants === 'filter') return filterSuggestions(open.query, zone);
    return searchVariables(variablesOf(scope, filled), open?.query ?? '')
      .slice(0, SHOWN)
      .map(({ path, type, sample }) => ({
        word: path,
        detail:
          sample === undefined ? t(`type.${type}`) : `${t(`type.${type}`)} · ${shorten(asText(sample))}`,
      }));
  }, [isOpen, open?.wants, open?.query, scope, filled, zone, t]);
  const current = Math.min(chosen, suggestions.length - 1);

  const follow = () => setCaret(area.current?.selectionStart ?? undefined);
  const close = () => {
    setCaret(undefined);
    setForced(false);
    setChosen(0);
  };
  const choose = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    const at = area.current?.selectionStart ?? value.length;
    const next = insertAtCaret(value, at, suggestion.word);
    onChange(next.text);
    close();
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (suggestions.length > 0) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        setChosen((current + step + suggestions.length) % suggestions.length);
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        choose(suggestions[current]);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        close();
        return;
      }
    }
    if (event.key === 'Enter' && lines === 1) event.preventDefault();
  };

  return (
    <Field
      label={label}
      error={error}
      hint={hint}
      aside={
        <span className="flex items-center gap-1">
          {most !== undefined && value.length > most * 0.8 && (
            <span className={cx('text-xs', value.length > most ? 'text-danger' : 'text-muted')}>
              {value.length}/{most}
            </span>
          )}
          {aside}
          {!readOnly && (
            <IconButton
              label={t('variables.insertIn', { label })}
              icon={<Braces aria-hidden />}
              className="-my-1.5"
              onClick={() => {
                area.current?.focus();
                setForced(true);
                follow();
              }}
            />
          )}
        </span>
      }
    >
      {(control) => (
        <div className="relative">
          <textarea
            {...control}
            ref={area}
            rows={lines}
            readOnly={readOnly}
            value={value}
            role="combobox"
            aria-expanded={suggestions.length > 0}
            aria-autocomplete="list"
            aria-controls={`${listId}-list`}
            aria-activedescendant={suggestions[current] ? `${listId}-${current}` : undefined}
            onChange={(event) => {
              onChange(lines === 1 ? event.target.value.replaceAll('\n', ' ') : event.target.value);
              setChosen(0);
              follow();
            }}
            onKeyDown={onKeyDown}
            onKeyUp={(event) => {
              if (event.key.startsWith('Arrow') && suggestions.length === 0) follow();
            }}
            onClick={follow}
            onBlur={() => {
              close();
              editor.settle();
            }}
            className={cx(controlClass, 'field-sizing-content resize-none px-3 py-2')}
          />
          <ul
            id={`${listId}-list`}
            role="listbox"
            aria-label={t(open?.wants === 'filter' ? 'variables.filters' : 'variables.title')}
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
                onPointerMove={() => setChosen(index)}
                className={cx('cursor-pointer rounded-control px-2 py-1', index === current && 'bg-raised')}
              >
                <span className="block truncate font-mono text-sm">{suggestion.word}</span>
                <span className="block truncate text-xs text-muted">{suggestion.detail}</span>
              </li>
            ))}
          </ul>
          <Preview value={value} filled={filled} zone={zone} />
        </div>
      )}
    </Field>
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

function filterSuggestions(query: string, zone: string): Suggestion[] {
  return Object.entries(FILTERS)
    .filter(([name, { about }]) => name.includes(query) || about.includes(query))
    .map(([name, { takes, about, example }]) => {
      const parsed = parseTemplate(example);
      const shown = parsed.ok
        ? renderTemplate(parsed.value, { agora: new Date().toISOString() }, { zone })
        : parsed;
      const result = shown.ok && shown.value !== '' ? ` · ${example} → ${shown.value}` : ` · ${example}`;
      return { word: takes[0] > 0 ? `${name}:''` : name, detail: `${about}${result}` };
    });
}

function zoneOf(samples: Record<string, unknown>): string {
  const { empresa } = samples as { empresa?: { fuso?: string } };
  return empresa?.fuso ?? 'America/Sao_Paulo';
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
