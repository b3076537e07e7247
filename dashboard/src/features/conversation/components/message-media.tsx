import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../components/skeleton';
import type { Message } from '../../../lib/api/types';
import { FileRow } from './file-row';
import { FilmPlayer } from './film-player';
import { MediaContent } from './media-content';
import { MediaWords } from './media-words';
import { PictureView } from './picture-view';
import { VoicePlayer } from './voice-player';

/** The file of a message: to hear, to see, to save, or why it is none of these. */
export function MessageMedia({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const { id, kind, payload, media } = message;
  // Not a file, or of before files were kept.
  if (media === null) return <MediaContent kind={kind} payload={payload} />;
  if (media.status === 'failed' || media.status === 'removed') {
    return (
      <>
        <MediaContent kind={kind} payload={payload} />
        <p className="mb-1 text-xs text-warning last:mb-0">
          {media.status === 'removed'
            ? t('media.removed')
            : t(`media.problem.${media.problem ?? 'unavailable'}`)}
        </p>
        <MediaWords kind={kind} media={media} />
      </>
    );
  }
  if (media.status === 'pending') {
    return (
      <div role="status" className="mb-1 w-60 max-w-full last:mb-0">
        <Skeleton className={kind === 'image' || kind === 'video' ? 'aspect-[4/3] w-full' : 'h-11 w-full'} />
        <span className="mt-1 block text-xs text-text-2">{t('media.pending')}</span>
      </div>
    );
  }
  const file = { id, media };
  return (
    <div className="mb-1 max-w-full last:mb-0">
      {kind === 'audio' && <VoicePlayer {...file} />}
      {kind === 'image' && <PictureView {...file} caption={message.text} />}
      {kind === 'video' && <FilmPlayer {...file} />}
      {kind === 'document' && <FileRow {...file} />}
      <MediaWords kind={kind} media={media} />
    </div>
  );
}
