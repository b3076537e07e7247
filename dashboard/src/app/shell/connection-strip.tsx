import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { liveStatusStore } from '../../lib/live/live-status';
import { useStore } from '../../lib/use-store';

/** A connection that is lost for less time than this is nobody's business. */
const UNNOTICED_MS = 4_000;

/** On a phone there is no place for a lamp that is green all day: only its loss is said. */
export function ConnectionStrip() {
  const status = useStore(liveStatusStore);
  return status === 'live' ? null : <Loss key={status} status={status} />;
}

function Loss({ status }: { status: 'reconnecting' | 'offline' }) {
  const { t } = useTranslation();
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), UNNOTICED_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!noticed) return null;
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-raised py-1 text-xs text-warning sm:hidden"
    >
      <span aria-hidden className="size-2 rounded-full bg-current" />
      {t(`live.${status}`)}
    </p>
  );
}
