import { useDeferredValue } from 'react';
import { usePiece, useDocument, useEditorParts } from './editor-context';
import { type Analysis, analyse } from './analysis';

/** A moment behind the typing, so that checking two hundred blocks never holds up a letter. */
export function useAnalysis(): Analysis {
  const document = useDeferredValue(useDocument());
  const context = usePiece(useEditorParts().check, (value) => value);
  return analyse(document, context);
}
