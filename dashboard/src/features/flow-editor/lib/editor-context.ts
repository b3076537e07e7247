import { type Context, createContext, useContext, useSyncExternalStore } from 'react';
import type { CheckContext } from '../../../../../domain/flow/checks/context';
import type { Store } from '../../../lib/store';
import type { Editor, EditorState } from './editor';
import type { ViewState, ViewStore } from './view-state';

/** How a block stands in the run that is shown over the drawing. */
export interface NodeStatus {
  status: 'pending' | 'running' | 'waiting' | 'done' | 'skipped' | 'failed' | 'cancelled';
  /** How many runs stand there, or passed. */
  count?: number;
  /** How often the one run that is shown came by. */
  visits?: number;
  /** When a wait ends, ISO 8601. */
  until?: string;
}

export type SamplesFrom = 'run' | 'examples';

export interface EditorParts {
  editor: Editor;
  view: ViewStore;
  flowId: string;
  tenantId: string;
  readOnly: boolean;
  /** Of the latest run or of an example, by the names of the scope. */
  samples: Record<string, unknown>;
  samplesFrom: SamplesFrom;
  statuses: Readonly<Record<string, NodeStatus>> | undefined;
  /** Addresses of the published version, by block. */
  webhooks: readonly { nodeId: string; url: string }[];
  check: Store<CheckContext>;
}

export const EditorContext: Context<EditorParts | undefined> = createContext<EditorParts | undefined>(
  undefined,
);

export function useEditorParts(): EditorParts {
  const parts = useContext(EditorContext);
  if (!parts) throw new Error('outside of the editor');
  return parts;
}

/** A piece of a store; the piece must keep its identity while it is the same. */
export function usePiece<T, P>(store: Store<T>, pick: (value: T) => P): P {
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}

export function useEditorPiece<P>(pick: (state: EditorState) => P): P {
  return usePiece(useEditorParts().editor, pick);
}

export function useViewPiece<P>(pick: (state: ViewState) => P): P {
  return usePiece(useEditorParts().view, pick);
}

export function useDocument() {
  return useEditorPiece(({ history }) => history.document);
}
