import { useCallback, useEffect, useState } from 'react';
import { ApiError } from '../../../lib/api/api-error';
import { type EditLock, fetchAutomation, releaseLock, takeLock } from '../api/api';

/** The server forgets a lock after a minute without a sign of life. */
const SIGN_OF_LIFE_MS = 25_000;

/** One person draws at a time; another sees who, and may take over. Undefined while this one draws. */
export function useEditLock(id: string, enabled: boolean) {
  const [held, setHeld] = useState<EditLock>();

  const take = useCallback(
    async (force: boolean): Promise<boolean> => {
      try {
        await takeLock(id, force);
        setHeld(undefined);
        return true;
      } catch (error) {
        if (error instanceof ApiError && error.code === 'flow_locked') {
          const { lock } = await fetchAutomation(id);
          setHeld(lock ?? { userId: '', name: '', until: '' });
        }
        // Without a connection the draft's revision still keeps people from overwriting each other.
        return false;
      }
    },
    [id],
  );

  useEffect(() => {
    if (!enabled) return;
    const beat = () => void take(false).catch(() => undefined);
    beat();
    const timer = setInterval(beat, SIGN_OF_LIFE_MS);
    const leave = () => void releaseLock(id).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, enabled, take]);

  return { held, takeOver: () => take(true) };
}
