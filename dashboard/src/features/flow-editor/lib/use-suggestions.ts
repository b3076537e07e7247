import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTERS } from '../../../../../domain/flow/expression/filters';
import { parseTemplate, renderTemplate } from '../../../../../domain/flow/expression/template';
import { type FlowObject, asText } from '../../../../../domain/flow/runtime/value';
import { type ScopeShape, scopeAt } from '../../../../../domain/flow/scope-at';
import { useEditorParts } from './editor-context';
import { sampleScope, withInitials } from './samples';
import { useAnalysis } from './use-analysis';
import { insertAtCaret, openPlaceholder, searchVariables, variablesOf } from './variables';

interface Suggestion {
  word: string;
  detail: string;
}

export interface Picker {
  listId: string;
  suggestions: readonly Suggestion[];
  current: number;
  wants: 'variable' | 'filter';
  /** The caret moved. */
  follow: () => void;
  /** Shows what there is without braces having been typed. */
  force: () => void;
  close: () => void;
  choose: (suggestion: Suggestion | undefined) => void;
  point: (index: number) => void;
  /** Whether the key was for the list. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

const SHOWN = 40;

/** What can be named at a block, and what it held last. */
export function useScope(nodeId: string): { scope: ScopeShape; filled: FlowObject; zone: string } {
  const { samples } = useEditorParts();
  const { whole } = useAnalysis();
  const scope = useMemo(() => scopeAt(whole, nodeId), [whole, nodeId]);
  const { variables } = whole.document;
  const filled = useMemo(
    () => sampleScope(scope, withInitials(samples, variables)),
    [scope, samples, variables],
  );
  return { scope, filled, zone: zoneOf(samples) };
}

/** The list that opens under a text while a variable or a filter is being written. */
export function useSuggestions(
  area: RefObject<HTMLTextAreaElement | null>,
  scope: ScopeShape,
  filled: FlowObject,
  zone: string,
  { value, onChange }: { value: string; onChange: (value: string) => void },
): Picker {
  const { t } = useTranslation('flow-editor');
  const listId = useId();
  const [caret, setCaret] = useState<number>();
  const [forced, setForced] = useState(false);
  const [chosen, setChosen] = useState(0);
  const open = caret === undefined ? undefined : openPlaceholder(value, caret);
  const isOpen = caret !== undefined && (open !== undefined || forced);
  const suggestions: Suggestion[] = !isOpen
    ? []
    : open?.wants === 'filter'
      ? filterSuggestions(open.query, zone)
      : searchVariables(variablesOf(scope, filled), open?.query ?? '')
          .slice(0, SHOWN)
          .map(({ path, type, sample }) => ({
            word: path,
            detail:
              sample === undefined ? t(`type.${type}`) : `${t(`type.${type}`)} · ${shorten(asText(sample))}`,
          }));
  const current = Math.min(chosen, suggestions.length - 1);

  const close = () => {
    setCaret(undefined);
    setForced(false);
    setChosen(0);
  };
  const follow = () => {
    setChosen(0);
    setCaret(area.current?.selectionStart);
  };
  const choose = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    const next = insertAtCaret(value, area.current?.selectionStart ?? value.length, suggestion.word);
    onChange(next.text);
    close();
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (suggestions.length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((current + step + suggestions.length) % suggestions.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(suggestions[current]);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    listId,
    suggestions,
    current,
    wants: open?.wants ?? 'variable',
    follow,
    force: () => {
      area.current?.focus();
      setForced(true);
      follow();
    },
    close,
    choose,
    point: setChosen,
    onKeyDown,
  };
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
