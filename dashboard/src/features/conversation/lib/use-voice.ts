import { type AudioHTMLAttributes, type RefObject, useRef, useState } from 'react';
import { nextSpeed } from './message-file';

/** The speed stays for the next recording. */
let lastSpeed = 1;

interface Voice {
  /** For the audio element. */
  audio: RefObject<HTMLAudioElement | null>;
  playing: boolean;
  /** Seconds. */
  at: number;
  length: number;
  speed: number;
  toggle: () => void;
  seek: (seconds: number) => void;
  changeSpeed: () => void;
  /** What the audio element tells. */
  events: AudioHTMLAttributes<HTMLAudioElement>;
}

/** What a recording's player knows and does. @param seconds its length, as far as known before it is loaded */
export function useVoice(seconds: number): Voice {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(seconds);
  const [speed, setSpeed] = useState(lastSpeed);
  return {
    audio,
    playing,
    at,
    length,
    speed,
    toggle() {
      const player = audio.current;
      if (player === null) return;
      if (!player.paused) {
        player.pause();
        return;
      }
      stopOthers(player);
      player.playbackRate = speed;
      // Refused by the browser, or taken away while it began: the button still says what is true.
      player.play().catch(() => setPlaying(false));
    },
    seek(to) {
      setAt(to);
      if (audio.current !== null) audio.current.currentTime = to;
    },
    changeSpeed() {
      lastSpeed = nextSpeed(speed);
      setSpeed(lastSpeed);
      if (audio.current !== null) audio.current.playbackRate = lastSpeed;
    },
    events: {
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onTimeUpdate: (event) => setAt(event.currentTarget.currentTime),
      onEnded: () => setAt(0),
      onLoadedMetadata: (event) => {
        const { duration } = event.currentTarget;
        if (Number.isFinite(duration)) setLength(duration);
      },
    },
  };
}

function stopOthers(player: HTMLAudioElement): void {
  for (const other of document.querySelectorAll('audio')) if (other !== player) other.pause();
}
