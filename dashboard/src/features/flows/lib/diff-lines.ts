import type { FlowDiff } from '../../../../../domain/flow/diff';
import { diffFlows } from '../../../../../domain/flow/diff';
import type { FlowDocument } from '../../../../../domain/flow/document';

export type Change = 'added' | 'removed' | 'changed';

/** One node of a comparison; `fields` are the settings that differ. */
export interface DiffLine {
  change: Change;
  id: string;
  kind: string;
  title: string;
  fields: { field: string; before: unknown; after: unknown }[];
}

export interface DiffWords {
  lines: DiffLine[];
  /** Ways that were drawn or taken away. */
  ways: { added: number; removed: number };
  variables: { added: string[]; removed: string[]; changed: string[] };
  moved: number;
  notes: number;
  /** Nothing differs but places and notes, or nothing at all. */
  same: boolean;
}

export function diffWords(before: FlowDocument, after: FlowDocument): DiffWords {
  return wordsOf(diffFlows(before, after));
}

function wordsOf(diff: FlowDiff): DiffWords {
  const lines: DiffLine[] = [
    ...diff.added.map(({ id, kind, title }) => ({ change: 'added' as const, id, kind, title, fields: [] })),
    ...diff.removed.map(({ id, kind, title }) => ({
      change: 'removed' as const,
      id,
      kind,
      title,
      fields: [],
    })),
    ...diff.changed.map(({ id, kind, title, fields }) => ({
      change: 'changed' as const,
      id,
      kind,
      title,
      fields,
    })),
  ];
  const ways = { added: diff.edges.added.length, removed: diff.edges.removed.length };
  const { variables } = diff;
  const variablesDiffer = Object.values(variables).some((names) => names.length > 0);
  return {
    lines,
    ways,
    variables,
    moved: diff.moved.length,
    notes: diff.notes,
    same: lines.length === 0 && ways.added + ways.removed === 0 && !variablesDiffer,
  };
}

const SHOWN = 80;

/** A value of a setting, short enough for a line. */
export function shortValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
