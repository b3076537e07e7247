import { createStore } from '../store';
import { localSetting } from '../local-setting';

const setting = localSetting('prosa-shortcuts', ['on', 'off'], 'on');

/** Single keys can be switched off (WCAG 2.1.4): speech input types letters. */
export const shortcutsOnStore = createStore(setting.read() === 'on');

export function switchShortcuts(on: boolean): void {
  setting.write(on ? 'on' : 'off');
  shortcutsOnStore.set(on);
}
