import { createStore } from '../store';
import { localSetting } from '../local-setting';

export const THEMES = ['dark', 'light', 'system'] as const;
export type Theme = (typeof THEMES)[number];

/** public/theme.js reads the same key before the first paint. */
const setting = localSetting('prosa-theme', THEMES, 'dark');

const CANVAS = { dark: '#0f0a1a', light: '#faf8fd' };

export const themeStore = createStore<Theme>(setting.read());

export function setTheme(theme: Theme): void {
  setting.write(theme);
  themeStore.set(theme);
}

/** Keeps the page in the theme that was chosen, or in the system's while that was chosen. */
export function followTheme(): void {
  const system = matchMedia('(prefers-color-scheme: light)');
  const apply = () => {
    const theme = themeStore.get();
    const shown = theme === 'system' ? (system.matches ? 'light' : 'dark') : theme;
    document.documentElement.dataset['theme'] = shown;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', CANVAS[shown]);
  };
  apply();
  themeStore.subscribe(apply);
  system.addEventListener('change', apply);
}
