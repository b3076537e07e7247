import { useEffect, useRef } from 'react';

const NEAR_THE_END = 160;

/** Shows what is new, also when a picture or a letter arrives late, unless the visitor is reading further up. */
export function useStickToEnd() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const [outer, inner] = [scroller.current, content.current];
    if (outer === null || inner === null) return;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) outer.scrollTop = outer.scrollHeight;
    });
    observer.observe(inner);
    observer.observe(outer);
    return () => observer.disconnect();
  }, []);
  function onScroll(): void {
    const outer = scroller.current;
    if (outer === null) return;
    isAtEnd.current = outer.scrollHeight - outer.scrollTop - outer.clientHeight < NEAR_THE_END;
  }
  return { scroller, content, onScroll };
}
