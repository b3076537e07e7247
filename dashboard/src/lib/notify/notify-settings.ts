import { localSetting } from '../local-setting';
import { createStore } from '../store';

const CHOICES = ['on', 'off'] as const;
type Choice = (typeof CHOICES)[number];

/** How this browser calls whoever looks elsewhere; both are off until somebody wants them. */
const settings = {
  sound: localSetting('prosa.notify-sound', CHOICES, 'off'),
  system: localSetting('prosa.notify-system', CHOICES, 'off'),
};

export type NotifyKind = keyof typeof settings;

export const notifyStores = {
  sound: createStore<Choice>(settings.sound.read()),
  system: createStore<Choice>(settings.system.read()),
};

export function setNotify(kind: NotifyKind, choice: Choice): void {
  settings[kind].write(choice);
  notifyStores[kind].set(choice);
}

/** The browser asks its person once; whoever has refused has to change it there. @returns whether it may */
export async function allowSystemNotifications(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  const permission =
    Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission;
  return permission === 'granted';
}
