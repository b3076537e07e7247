import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Tells when an element comes near the visible part, and again each time it comes back. */
export function useOnScreen(ref: RefObject<Element | null>, seen: () => void, margin = '300px'): void {
  const onSeen = useEffectEvent(seen);
  useEffect(() => {
    if (ref.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onSeen();
      },
      { rootMargin: margin },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref, margin]);
}
