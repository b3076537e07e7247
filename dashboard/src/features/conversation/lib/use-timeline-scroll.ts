import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Nearer than this to the end is at the end; nearer than this to the top asks for older messages. */
const AT_END_PX = 80;
const NEAR_TOP_PX = 400;

interface TimelineScrollOptions {
  oldestId: string | undefined;
  newestId: string | undefined;
  newestSeq: number;
  /** What one wrote oneself is always scrolled to. */
  newestIsOwn: boolean;
  /** Undefined while there is nothing older to ask for. */
  loadOlder: (() => void) | undefined;
}

/**
 * A chat's scrolling: it opens at its end and stays there while messages come; who has scrolled up keeps the place,
 * both when new ones come below and when older ones are put above; `seenSeq` tells what has been in sight.
 */
export function useTimelineScroll(options: TimelineScrollOptions) {
  const { oldestId, newestId, newestSeq, newestIsOwn, loadOlder } = options;
  const ref = useRef<HTMLDivElement>(null);
  const place = useRef({ height: 0, top: 0, atEnd: true, oldestId, newestId });
  const [atEnd, setAtEnd] = useState(true);
  const [seenSeq, setSeenSeq] = useState(newestSeq);
  if (atEnd && newestSeq !== seenSeq) setSeenSeq(newestSeq);

  const toEnd = useCallback(() => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight, behavior: 'smooth' });
  }, []);

  useLayoutEffect(() => {
    const view = ref.current;
    if (view === null) return;
    const before = place.current;
    const cameBelow = before.newestId !== newestId;
    if (before.oldestId !== oldestId && before.height > 0) {
      view.scrollTop = before.top + view.scrollHeight - before.height;
    } else if (before.atEnd || (cameBelow && newestIsOwn)) {
      view.scrollTop = view.scrollHeight;
    }
    place.current = { ...place.current, height: view.scrollHeight, top: view.scrollTop, oldestId, newestId };
  }, [oldestId, newestId, newestIsOwn]);

  // Fonts, windows and keyboards change the size without a message: who was at the end stays there.
  useLayoutEffect(() => {
    const view = ref.current;
    if (view === null) return;
    const keepEnd = () => {
      if (place.current.atEnd) view.scrollTop = view.scrollHeight;
      place.current.height = view.scrollHeight;
    };
    const observer = new ResizeObserver(keepEnd);
    observer.observe(view);
    if (view.firstElementChild !== null) observer.observe(view.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const view = ref.current;
    if (view === null) return;
    const end = view.scrollHeight - view.scrollTop - view.clientHeight < AT_END_PX;
    place.current = { ...place.current, top: view.scrollTop, height: view.scrollHeight, atEnd: end };
    setAtEnd(end);
    if (view.scrollTop < NEAR_TOP_PX) loadOlder?.();
  };

  return { ref, onScroll, atEnd, seenSeq, toEnd };
}
