import { localSetting } from '../../lib/local-setting';
import { createStore } from '../../lib/store';

const setting = localSetting('prosa-sidebar', ['wide', 'narrow'], 'wide');

export const sidebarStore = createStore(setting.read());

export function setSidebar(width: 'wide' | 'narrow'): void {
  setting.write(width);
  sidebarStore.set(width);
}
