import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { useErrorWords } from '../../../components/use-error-words';
import { formatDuration } from '../../../lib/format/duration';
import type { LoginSearch } from '../lib/login-search';

interface LoginMessageProps {
  error: Error | null;
  note: LoginSearch['note'];
  /** Seconds; 0 when not locked out. */
  lockedFor: number;
}

export function LoginMessage({ error, note, lockedFor }: LoginMessageProps) {
  const { t } = useTranslation('auth');
  const words = useErrorWords();
  if (error !== null) {
    const { title, detail } = words(error);
    const locked = lockedFor > 0;
    return (
      <Notice tone="danger" role="alert" title={title} className="w-full text-sm">
        {locked ? t('locked', { time: waitingTime(lockedFor) }) : detail}
      </Notice>
    );
  }
  if (note === undefined) return <p className="text-text-2">{t('intro')}</p>;
  return (
    <Notice
      tone={note === 'expired' ? 'info' : 'success'}
      role="status"
      title={t(`note.${note}.title`)}
      className="w-full text-sm"
    >
      {t(`note.${note}.detail`)}
    </Notice>
  );
}

/** To the second only near the end: a figure that changes all the time is read aloud all the time. */
function waitingTime(seconds: number): string {
  return formatDuration(seconds >= 60 ? Math.ceil(seconds / 60) * 60_000 : seconds * 1_000);
}
