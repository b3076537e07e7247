import type { TypebotBlock } from './read';

/** What became of one block. */
export interface Mapped {
  kind: string;
  settings: Record<string, unknown>;
  /** By which handle it goes on; null: it does not. */
  main: string | null;
  /** Handles of items, by the item's id. */
  items?: Record<string, string>;
  /** Required handles: back to itself, on, or to an end. */
  others?: Record<string, 'again' | 'on' | 'end'>;
  /** Not quite what it was: why. */
  approximated?: string;
  /** Not what it was at all: why. */
  unmapped?: string;
  /** It did nothing there, and is passed through here. */
  passes?: true;
  /** A jump, to be resolved: group, and block. */
  jump?: { groupId: string; blockId: string };
}

export interface Names {
  /** The run variable of a Typebot variable. */
  of(variableId: unknown): string | undefined;
  /** `{{Name}}` → `{{ variaveis.name }}`. */
  inText(words: string): string;
}

/** Keeps the place, and what it was, without secrets. */
export function lost(block: TypebotBlock, reason: string): Mapped {
  return {
    kind: 'placeholder',
    settings: { was: block.type.slice(0, 100) || '?', reason: reason.slice(0, 500), handles: ['out'] },
    main: 'out',
    unmapped: reason,
  };
}
