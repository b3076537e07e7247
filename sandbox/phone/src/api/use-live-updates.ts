import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Change } from '../../../state/changes';

const JOURNAL_PAUSE_MS = 400;

/** Keeps everything on the page current; false while the sandbox does not answer. */
export function useLiveUpdates(): boolean {
  const queries = useQueryClient();
  const [isLive, setIsLive] = useState(true);
  useEffect(() => {
    const stream = new EventSource('control/events');
    let journalTimer: ReturnType<typeof setTimeout> | undefined;
    stream.onopen = () => {
      setIsLive(true);
      void queries.invalidateQueries();
    };
    stream.onerror = () => setIsLive(false);
    stream.onmessage = (event: MessageEvent<string>) => {
      for (const change of changesIn(event.data)) {
        if (change.type !== 'journal') refresh(queries, change);
        else
          journalTimer ??= setTimeout(() => {
            journalTimer = undefined;
            void queries.invalidateQueries({ queryKey: ['journal'] });
          }, JOURNAL_PAUSE_MS);
      }
    };
    return () => {
      clearTimeout(journalTimer);
      stream.close();
    };
  }, [queries]);
  return isLive;
}

/** The stream is written from the same type. */
function changesIn(text: string): Change[] {
  return JSON.parse(text) as Change[];
}

function refresh(queries: QueryClient, change: Change): void {
  const stale: Record<Change['type'], unknown[][]> = {
    instances: [['state'], ['chats']],
    customers: [['state'], ['chats']],
    faults: [['state']],
    timings: [['state']],
    mails: [['mails']],
    journal: [['journal']],
    chatwoot: [],
    chat: [['chats'], ['messages', ...(change.type === 'chat' ? [change.instance, change.chat] : [])]],
  };
  for (const queryKey of stale[change.type]) void queries.invalidateQueries({ queryKey });
}
