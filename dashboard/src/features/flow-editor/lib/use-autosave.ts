import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { ApiError } from '../../../lib/api/api-error';
import { saveDraft } from '../api/api';
import type { Editor } from './editor';

export type SaveState = 'saved' | 'pending' | 'saving' | 'failed' | 'conflict';

/** After this long without a change the draft is stored. */
const QUIET_MS = 800;
/** When it could not be stored it is tried again. */
const AGAIN_MS = 5_000;

interface AutosaveOptions {
  editor: Editor;
  id: string;
  revision: number;
  enabled: boolean;
}

/** Stores every change a moment later, one request at a time, against the revision it began from. */
export function useAutosave({ editor, id, revision: first, enabled }: AutosaveOptions) {
  const [state, setState] = useState<SaveState>('saved');
  const revision = useRef(first);
  const stored = useRef<FlowDocument>(editor.document());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const stuck = useRef(false);
  const [attempt, setAttempt] = useState(0);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const document = editor.document();
    if (busy.current || stuck.current || document === stored.current) return;
    busy.current = true;
    setState('saving');
    try {
      const saved = await saveDraft(id, document, revision.current);
      revision.current = saved.revision;
      stored.current = document;
      setState(editor.document() === document ? 'saved' : 'pending');
    } catch (error) {
      // Another's change since: only a person can say what becomes of it.
      stuck.current = error instanceof ApiError && error.status === 409;
      setState(stuck.current ? 'conflict' : 'failed');
    }
    busy.current = false;
    setAttempt((count) => count + 1);
  }, [editor, id]);

  // What changed meanwhile is next; what could not be stored is tried again.
  const goOn = useEffectEvent(() => {
    if (stuck.current || editor.document() === stored.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), state === 'failed' ? AGAIN_MS : QUIET_MS);
  });
  useEffect(() => {
    if (attempt > 0) goOn();
  }, [attempt]);

  const onChange = useEffectEvent(() => {
    if (!enabled || stuck.current || editor.document() === stored.current) return;
    if (!busy.current) setState('pending');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), QUIET_MS);
  });
  useEffect(() => editor.subscribe(() => onChange()), [editor]);

  // Who leaves within that moment loses nothing.
  const onLeave = useEffectEvent(() => {
    clearTimeout(timer.current);
    if (!enabled || stuck.current || busy.current || editor.document() === stored.current) return;
    const document = editor.document();
    const text = JSON.stringify(document);
    stored.current = document;
    // Browsers carry at most 64 KB past the end of a page.
    void saveDraft(id, document, revision.current, text.length < 60_000).then(
      (saved) => {
        revision.current = saved.revision;
      },
      () => undefined,
    );
  });
  useEffect(() => {
    const leave = () => onLeave();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return {
    state,
    save,
    /** What came from the server stands now. */
    accept(document: FlowDocument, next: number) {
      stuck.current = false;
      revision.current = next;
      stored.current = document;
      setState('saved');
    },
  };
}
