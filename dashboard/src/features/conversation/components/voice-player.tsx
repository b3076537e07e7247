import { Pause, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';
import { Slider } from '../../../components/slider';
import { Spinner } from '../../../components/spinner';
import { formatClock } from '../../../lib/format/duration';
import { useFormat } from '../../../lib/format/use-format';
import { useOnScreen } from '../../../lib/use-on-screen';
import { useMediaLink } from '../api/use-media-link';
import type { MessageFile } from '../lib/message-file';
import { useVoice } from '../lib/use-voice';
import { FileRow } from './file-row';

/** An address younger than this is not why a recording does not play (ms). */
const FRESH_MS = 60_000;

/** A recording: play, where it is, how fast. */
export function VoicePlayer({ id, media }: { id: string; media: MessageFile }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [broken, setBroken] = useState(false);
  useOnScreen(frame, () => setNear(true));
  const link = useMediaLink(id, near);
  const { audio, playing, at, length, speed, toggle, seek, changeSpeed, events } = useVoice(
    media.seconds ?? 0,
  );

  // Not every browser plays what every telephone records.
  if (broken || link.isError) return <FileRow id={id} media={media} />;
  const icon = playing ? <Pause aria-hidden /> : <Play aria-hidden />;
  return (
    <div ref={frame} className="flex w-72 max-w-full items-center gap-2">
      <IconButton
        label={playing ? t('media.pause') : t('media.play')}
        icon={near && link.data === undefined ? <Spinner /> : icon}
        disabled={link.data === undefined}
        onClick={toggle}
        tooltipSide="top"
        className="bg-text/10"
      />
      <div className="min-w-0 flex-1 px-2.5">
        <Slider
          label={t('media.position')}
          value={Math.min(at, length)}
          valueText={t('media.positionOf', { at: formatClock(at), length: formatClock(length) })}
          max={Math.max(length, 1)}
          onChange={seek}
        />
      </div>
      <span className="w-9 shrink-0 text-right text-xs text-text-2 tabular-nums">
        {formatClock(playing || at > 0 ? at : length)}
      </span>
      <button
        type="button"
        aria-label={t('media.speed', { speed: format.number(speed) })}
        onClick={changeSpeed}
        className="ring-focus h-7 min-w-9 shrink-0 rounded-control bg-text/10 px-1.5 text-xs tabular-nums pointer-coarse:h-11"
      >
        {format.number(speed)}×
      </button>
      {link.data !== undefined && (
        <audio ref={audio} src={link.data} preload="metadata" {...events} onError={tryAgain} />
      )}
    </div>
  );

  /** An old address is the likely reason; with a new one that fails, too, it is the recording. */
  function tryAgain() {
    if (Date.now() - link.dataUpdatedAt > FRESH_MS) void link.refetch();
    else setBroken(true);
  }
}
