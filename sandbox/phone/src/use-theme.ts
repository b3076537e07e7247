import { useSyncExternalStore } from 'react';

type Theme = 'dark' | 'light';

const system = matchMedia('(prefers-color-scheme: light)');
const root = document.documentElement;
const listeners = new Set<() => void>();

system.addEventListener('change', () => {
  if (localStorage.getItem('theme') === null) apply(system.matches ? 'light' : 'dark');
});

/** The system's theme until the visitor chooses one; index.html sets it before the first paint. */
export function useTheme(): { theme: Theme; toggle: () => void } {
  const theme = useSyncExternalStore(subscribe, current);
  const toggle = (): void => {
    const next = theme === 'light' ? 'dark' : 'light';
    localStorage.setItem('theme', next);
    apply(next);
  };
  return { theme, toggle };
}

function current(): Theme {
  return root.classList.contains('light') ? 'light' : 'dark';
}

function apply(theme: Theme): void {
  root.classList.toggle('light', theme === 'light');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
