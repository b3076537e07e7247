import { useEffect } from 'react';
import { setTitleCount } from '../../lib/page-title';
import { useWaitingCount } from './use-waiting-count';

/** Says in the browser's tab how many customers wait, for who looks at another one. */
export function useWaitingTitle(): void {
  const waiting = useWaitingCount();
  useEffect(() => {
    setTitleCount(waiting);
    return () => setTitleCount(0);
  }, [waiting]);
}
