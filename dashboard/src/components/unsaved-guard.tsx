import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentSession } from '../lib/session/session';
import { Button } from './button';
import { Dialog } from './dialog';

/** Asks before a page with unsaved changes is left; the browser itself asks when it is closed. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    // A session that ended takes its pages with it: there is nobody left to save.
    shouldBlockFn: ({ current, next }) =>
      dirty && current.pathname !== next.pathname && currentSession() !== undefined,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Dialog
      open={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('unsaved.title')}
      description={t('unsaved.detail')}
      footer={
        <>
          <Button variant="ghost" onClick={() => blocker.proceed?.()}>
            {t('unsaved.leave')}
          </Button>
          <Button variant="primary" onClick={() => blocker.reset?.()}>
            {t('unsaved.stay')}
          </Button>
        </>
      }
    />
  );
}
