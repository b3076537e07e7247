import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { ApiError } from '../../../lib/api/api-error';
import { flowLockNews } from '../../../lib/live/flow-lock-news';
import { useSession } from '../../../lib/session/use-session';
import { type EditLock, fetchAutomation, releaseLock, takeLock } from '../api/api';

/** The server forgets a lock after a minute without a sign of life. */
const SIGN_OF_LIFE_MS = 25_000;

/**
 * One person draws at a time; another sees who, and may take over. Held by nobody else: undefined.
 *
 * @param onTurn it was another's, and is this one's now: what the other saved last is where this one begins
 */
export function useEditLock(id: string, enabled: boolean, onTurn: () => void) {
  const [held, setHeld] = useState<EditLock>();
  const waited = useRef(false);
  const { user } = useSession();
  const [turns, setTurns] = useState(0);
  const begin = useEffectEvent(onTurn);
  useEffect(() => {
    if (turns > 0) begin();
  }, [turns]);

  const take = useCallback(
    async (force: boolean): Promise<boolean> => {
      try {
        await takeLock(id, force);
        setHeld(undefined);
        return true;
      } catch (error) {
        if (error instanceof ApiError && error.code === 'flow_locked') {
          const { lock } = await fetchAutomation(id);
          waited.current = true;
          setHeld(lock ?? { userId: '', name: '', until: '' });
        }
        // Without a connection the draft's revision still keeps people from overwriting each other.
        return false;
      }
    },
    [id],
  );
  const takeTurn = useCallback(
    async (force: boolean) => {
      if (!(await take(force)) || !waited.current) return;
      waited.current = false;
      setTurns((count) => count + 1);
    },
    [take],
  );

  useEffect(() => {
    if (!enabled) return;
    const beat = () => void takeTurn(false).catch(() => undefined);
    beat();
    const timer = setInterval(beat, SIGN_OF_LIFE_MS);
    const leave = () => void releaseLock(id).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, enabled, takeTurn]);

  // Who is taken over from learns it at once, not with the next sign of life.
  useEffect(
    () =>
      flowLockNews.subscribe(() => {
        const news = flowLockNews.get();
        const another = news?.flowId === id && news.userId !== null && news.userId !== user.id;
        if (enabled && another) void takeTurn(false).catch(() => undefined);
      }),
    [id, enabled, user.id, takeTurn],
  );

  return { held, takeOver: () => takeTurn(true) };
}
