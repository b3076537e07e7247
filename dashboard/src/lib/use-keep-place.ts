import { useLayoutEffect, useRef } from 'react';

interface Place {
  element: Element;
  /** From the top of the view. */
  offset: number;
}

/**
 * Who has scrolled into a list keeps what they see where it is, while rows come, go and move above. (The browser's
 * own anchoring loses its hold when React puts rows in a new order.) At the very top nothing is held: news comes in.
 *
 * @param order changes when the rows do
 */
export function useKeepPlace(order: string) {
  const ref = useRef<HTMLDivElement>(null);
  const place = useRef<Place>(undefined);

  useLayoutEffect(() => {
    const list = ref.current;
    const held = place.current;
    if (list === null) return;
    if (held !== undefined && list.scrollTop > 0 && list.contains(held.element)) {
      list.scrollTop += offsetIn(list, held.element) - held.offset;
    }
    place.current = firstVisible(list);
  }, [order]);

  const onScroll = () => {
    if (ref.current !== null) place.current = firstVisible(ref.current);
  };
  return { ref, onScroll };
}

function firstVisible(list: HTMLElement): Place | undefined {
  for (const element of list.querySelectorAll('li')) {
    const offset = offsetIn(list, element);
    if (offset >= 0) return { element, offset };
  }
  return undefined;
}

function offsetIn(list: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - list.getBoundingClientRect().top;
}
