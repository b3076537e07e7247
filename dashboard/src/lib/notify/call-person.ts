import { notifyStores } from './notify-settings';

/** Two short notes, made here: no file to load. */
const NOTES_HZ = [660, 880];
const NOTE_S = 0.14;
const VOLUME = 0.08;

interface Call {
  title: string;
  /** The same again replaces the one that is shown. */
  key: string;
  open: () => void;
}

/** Beyond the page, as far as this browser's person wants it: a sound, and a notification while they look elsewhere. */
export function callPerson({ title, key, open }: Call): void {
  if (notifyStores.sound.get() === 'on') playCall();
  const wanted = notifyStores.system.get() === 'on' && document.visibilityState === 'hidden';
  if (!wanted || !('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const notification = new Notification(title, { tag: key });
    notification.onclick = () => {
      window.focus();
      notification.close();
      open();
    };
  } catch {
    // Some telephones only allow them to a service worker: the toast has said it.
  }
}

/** Refused until somebody has touched the page: then it is silent. */
export function playCall(): void {
  try {
    const audio = new AudioContext();
    const gain = audio.createGain();
    gain.gain.value = VOLUME;
    gain.connect(audio.destination);
    NOTES_HZ.forEach((hertz, index) => {
      const note = audio.createOscillator();
      note.frequency.value = hertz;
      note.connect(gain);
      note.start(audio.currentTime + index * NOTE_S);
      note.stop(audio.currentTime + (index + 1) * NOTE_S);
      if (index === NOTES_HZ.length - 1) note.onended = () => void audio.close();
    });
  } catch {
    // No sound here; the page has said it.
  }
}
