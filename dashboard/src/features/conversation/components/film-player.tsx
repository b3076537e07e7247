import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../components/skeleton';
import { useOnScreen } from '../../../lib/use-on-screen';
import { useMediaLink } from '../api/use-media-link';
import type { MessageFile } from '../lib/message-file';
import { FileRow } from './file-row';

/** A film, with the browser's own player. */
export function FilmPlayer({ id, media }: { id: string; media: MessageFile }) {
  const { t } = useTranslation('conversation');
  const frame = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [broken, setBroken] = useState(false);
  useOnScreen(frame, () => setNear(true));
  const link = useMediaLink(id, near);
  if (broken || link.isError) return <FileRow id={id} media={media} />;
  return (
    <div ref={frame} className="w-72 max-w-full">
      {link.data === undefined ? (
        <Skeleton className="aspect-video w-full" />
      ) : (
        <video
          src={link.data}
          controls
          playsInline
          preload="metadata"
          aria-label={t('kind.video')}
          onError={() => setBroken(true)}
          className="max-h-80 w-full rounded-control"
        />
      )}
    </div>
  );
}
