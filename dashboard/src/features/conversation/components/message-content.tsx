import { Ban, Reply } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../lib/api/types';
import { MessageMedia } from './message-media';
import { RichText } from './rich-text';

/** What a bubble holds. A message that was taken back keeps its place and loses its words. */
export function MessageContent({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const { payload, kind, text } = message;
  if (message.deletedAt !== null) {
    return (
      <p className="flex items-center gap-2 text-text-2 italic">
        <Ban aria-hidden className="size-4 shrink-0" />
        {t('message.deleted')}
      </p>
    );
  }
  const isPlain = kind === 'text' || kind === 'choice';
  const original = payload?.['originalText'];
  return (
    <>
      {payload?.['quotedId'] !== undefined && (
        <p className="mb-1.5 flex items-center gap-1.5 border-l-2 border-muted pl-2 text-xs text-text-2">
          <Reply aria-hidden className="size-3.5 shrink-0" />
          {t('message.quote')}
        </p>
      )}
      {kind === 'choice' && <p className="mb-0.5 text-xs text-text-2">{t('message.choice')}</p>}
      {!isPlain && <MessageMedia message={message} />}
      {text !== '' && (
        <p className="break-words whitespace-pre-wrap">
          <RichText text={text} />
        </p>
      )}
      {typeof original === 'string' && original !== text && (
        <details className="mt-1.5 text-xs text-text-2">
          <summary className="ring-focus w-fit rounded-xs">{t('message.edited')}</summary>
          <p className="mt-1 border-l-2 border-muted pl-2 break-words whitespace-pre-wrap">{original}</p>
        </details>
      )}
    </>
  );
}
