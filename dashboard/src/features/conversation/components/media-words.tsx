import { useTranslation } from 'react-i18next';
import type { MessageFile } from '../lib/message-file';

/** What was said in a recording or is to be seen in a picture, as the AI understood it. */
export function MediaWords({ kind, media }: { kind: string; media: MessageFile }) {
  const { t } = useTranslation('conversation');
  const { words, problem, settled } = media;
  if (words !== null) {
    return (
      <figure className="mt-1.5 border-l-2 border-muted pl-2">
        <figcaption className="text-xs text-text-2">
          {kind === 'audio' ? t('media.transcript') : t('media.description')}
        </figcaption>
        <p className="break-words whitespace-pre-wrap">{words}</p>
      </figure>
    );
  }
  if (media.status !== 'stored') return null;
  if (!settled && (kind === 'audio' || kind === 'image')) {
    return (
      <p role="status" className="mt-1 text-xs text-text-2">
        {kind === 'audio' ? t('media.listening') : t('media.looking')}
      </p>
    );
  }
  return problem === null ? null : (
    <p className="mt-1 text-xs text-warning">{t(`media.problem.${problem}`)}</p>
  );
}
