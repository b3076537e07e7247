import { FileText, MapPin, UserRound } from 'lucide-react';
import type { MessageView } from '../../../control/views';
import { piecesOf } from '../format/marks';
import { strings } from '../strings';

const { kinds } = strings.chat;

const MARK_CLASSES = { bold: 'font-semibold', italic: 'italic', strike: 'line-through' };

/** What a message says or holds. */
export function MessageBody({ message }: { message: MessageView }) {
  const { kind, text, media } = message;
  if (message.isDeleted) return <p className="text-muted italic">{strings.chat.removed}</p>;
  if (kind === 'image' && media !== null) {
    return (
      <>
        <img
          src={media.url}
          alt={text === '' ? kinds.image : text}
          className="mb-1 aspect-[8/5] w-full min-w-52 rounded-control object-cover"
        />
        <Words text={text} />
      </>
    );
  }
  if (kind === 'audio' && media !== null) {
    // Silent, but of its true length: what it says is for the model alone.
    return (
      <audio
        controls
        preload="metadata"
        src={media.url}
        aria-label={kinds.audio}
        className="h-10 w-60 max-w-full"
      />
    );
  }
  if (kind === 'document' && media !== null) {
    return (
      <a
        href={media.url}
        target="_blank"
        rel="noreferrer"
        className="flex items-center gap-2 rounded-control bg-canvas/40 px-2 py-2 underline-offset-2 hover:underline"
      >
        <FileText className="size-5 shrink-0 text-primary-text" aria-hidden />
        <span className="truncate">{media.fileName ?? kinds.document}</span>
      </a>
    );
  }
  const Icon = kind === 'location' ? MapPin : kind === 'contact' ? UserRound : undefined;
  if (Icon === undefined) return <Words text={text === '' ? kinds.other : text} />;
  return (
    <p className="flex items-center gap-2">
      <Icon className="size-5 shrink-0 text-primary-text" aria-hidden />
      {text === '' ? kinds[kind === 'location' ? 'location' : 'contact'] : text}
    </p>
  );
}

function Words({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <p className="break-words whitespace-pre-wrap">
      {piecesOf(text).map((piece, place) => (
        <span key={place} className={piece.mark === undefined ? undefined : MARK_CLASSES[piece.mark]}>
          {piece.text}
        </span>
      ))}
    </p>
  );
}
