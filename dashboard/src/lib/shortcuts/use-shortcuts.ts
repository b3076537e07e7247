import { useEffect, useEffectEvent } from 'react';
import { shortcutsOnStore } from './shortcuts-on';

/** `g c` is g, then c within this time. */
const SEQUENCE_MS = 1_200;

/** Listens to keys and two-key sequences ("g c") while nobody types and no dialog is open. */
export function useShortcuts(shortcuts: Record<string, (event: KeyboardEvent) => void>): void {
  const onKey = useEffectEvent((event: KeyboardEvent, before: string | undefined) => {
    const sequence = before === undefined ? undefined : shortcuts[`${before} ${event.key}`];
    const run = sequence ?? shortcuts[event.key];
    run?.(event);
    return run !== undefined;
  });
  useEffect(() => {
    let before: { key: string; at: number } | undefined;
    const listen = (event: KeyboardEvent) => {
      if (!shortcutsOnStore.get() || isTaken(event)) return;
      const recent =
        before !== undefined && event.timeStamp - before.at < SEQUENCE_MS ? before.key : undefined;
      const used = onKey(event, recent);
      if (used) event.preventDefault();
      before = used ? undefined : { key: event.key, at: event.timeStamp };
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  // Dialogs, sheets and menus are marked as layers; while one is open the page below hears nothing.
  return (
    target?.closest('input, textarea, select') != null || document.querySelector('[data-layer]') !== null
  );
}
