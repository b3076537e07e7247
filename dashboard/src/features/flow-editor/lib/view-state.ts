import { type Store, createStore } from '../../../lib/store';
import type { Exit } from './compose';

/** Where a new block goes. */
export type InsertPlace =
  | { at: 'after'; nodeId: string }
  | { at: 'edge'; edgeId: string }
  /** On the canvas; wired to a way out when it was dropped from one. */
  | { at: 'spot'; x: number; y: number; exit?: Exit }
  /** Where there is room. */
  | { at: 'anywhere' };

export type OpenDialog = 'help' | 'connect' | 'variables' | 'find';

/** What is open around the drawing. Not part of the document: undo leaves it alone. */
export interface ViewState {
  view: 'canvas' | 'script';
  inspector: boolean;
  problems: boolean;
  simulator: boolean;
  /** The published version with its runs, in the place of the draft. */
  live: boolean;
  dialog: OpenDialog | undefined;
  /** The quick palette, and where it stands on the page. */
  adding: { place: InsertPlace; x: number; y: number } | undefined;
  /** The hand pans, the pointer selects. */
  mode: 'pointer' | 'hand';
  minimap: boolean;
  /** A field to go to after a block was opened (`messages.0`), or the block's box when empty. */
  wanted: { nodeId: string; field: string } | undefined;
  /** The section whose name is asked for. */
  naming: string | undefined;
  /** What happened, for screen readers. */
  said: string;
}

export type ViewStore = Store<ViewState>;

export function createViewStore(view: ViewState['view']): ViewStore {
  return createStore<ViewState>({
    view,
    inspector: false,
    problems: false,
    simulator: false,
    live: false,
    dialog: undefined,
    adding: undefined,
    mode: 'hand',
    minimap: true,
    wanted: undefined,
    naming: undefined,
    said: '',
  });
}

export const changeView = (store: ViewStore, changes: Partial<ViewState>) =>
  store.set((before) => ({ ...before, ...changes }));
