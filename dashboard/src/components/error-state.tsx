import { CloudOff, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../lib/api/api-error';
import { cx } from '../lib/cx';
import { Button } from './button';
import { CopyButton } from './copy-button';
import { useErrorWords } from './use-error-words';

interface ErrorStateProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  className?: string;
}

/** What went wrong, what to do, and the id that support asks for. In the place of what failed, never of more. */
export function ErrorState({ error, onRetry, retrying = false, className }: ErrorStateProps) {
  const { t } = useTranslation();
  const words = useErrorWords()(error);
  const requestId = error instanceof ApiError ? error.requestId : '';
  return (
    <div
      role="alert"
      className={cx('mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-12 text-center', className)}
    >
      <span aria-hidden className="mb-2 grid size-12 place-items-center rounded-full bg-raised text-warning">
        {words.offline ? <CloudOff className="size-6" /> : <TriangleAlert className="size-6" />}
      </span>
      <p className="text-md font-semibold text-balance">{words.title}</p>
      <p className="text-balance text-text-2">{words.detail}</p>
      {onRetry !== undefined && (
        <Button className="mt-3" busy={retrying} onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
      {requestId !== '' && (
        <p className="mt-2 flex max-w-full items-center gap-1 text-xs text-muted">
          <span className="truncate font-mono">{requestId}</span>
          <CopyButton text={requestId} label={t('error.copyId')} />
        </p>
      )}
    </div>
  );
}
