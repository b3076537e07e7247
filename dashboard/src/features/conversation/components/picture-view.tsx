import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Lightbox } from '../../../components/lightbox';
import { Skeleton } from '../../../components/skeleton';
import { cx } from '../../../lib/cx';
import { useOnScreen } from '../../../lib/use-on-screen';
import { useMediaLink } from '../api/use-media-link';
import type { MessageFile } from '../lib/message-file';
import { FileRow } from './file-row';

/** A picture in the timeline; a click shows it large. */
export function PictureView({ id, media, caption }: { id: string; media: MessageFile; caption: string }) {
  const { t } = useTranslation('conversation');
  const frame = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [loaded, setLoaded] = useState(false);
  const [broken, setBroken] = useState(false);
  const [open, setOpen] = useState(false);
  useOnScreen(frame, () => setNear(true));
  const link = useMediaLink(id, near);
  if (broken || link.isError) return <FileRow id={id} media={media} />;
  const alt = media.words ?? (caption === '' ? t('kind.image') : caption);
  return (
    <div ref={frame} className="relative w-64 max-w-full">
      {!loaded && <Skeleton className="aspect-[4/3] w-full" />}
      {link.data !== undefined && (
        <button
          type="button"
          aria-label={t('media.enlarge')}
          onClick={() => setOpen(true)}
          className={cx(
            'ring-focus block w-full cursor-zoom-in rounded-control',
            !loaded && 'absolute inset-0',
          )}
        >
          <img
            src={link.data}
            alt={alt}
            onLoad={() => setLoaded(true)}
            onError={() => setBroken(true)}
            className={cx('max-h-80 w-full rounded-control object-cover', !loaded && 'opacity-0')}
          />
        </button>
      )}
      {link.data !== undefined && (
        <Lightbox open={open} onClose={() => setOpen(false)} src={link.data} alt={alt} caption={caption} />
      )}
    </div>
  );
}
