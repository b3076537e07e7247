import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx';
import { iconButtonClass } from './icon-button';
import { toastManager } from './toast';

const ICONS: Record<string, ReactNode> = {
  success: <CircleCheck aria-hidden className="text-success" />,
  info: <Info aria-hidden className="text-info" />,
  warning: <TriangleAlert aria-hidden className="text-warning" />,
  danger: <CircleAlert aria-hidden className="text-danger" />,
};

/** Where toasts come up: bottom left, on phones below the header. Neither covers what one would press next. */
export function ToastArea() {
  const { t } = useTranslation();
  return (
    <Toast.Provider toastManager={toastManager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('toast.region')}
          className="pointer-events-none fixed inset-x-3 top-[76px] z-70 flex flex-col gap-2 sm:inset-x-auto sm:top-auto sm:bottom-5 sm:left-5 sm:w-[360px]"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { t } = useTranslation();
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      // Not the dialog the library makes of it: nothing waits for an answer.
      role="group"
      aria-modal={undefined}
      swipeDirection={['left', 'up']}
      className={cx(
        'ring-focus pointer-events-auto flex items-start gap-3 rounded-card border border-divider bg-overlay py-3 pr-2 pl-4 shadow-pop [&>svg]:mt-px [&>svg]:size-[18px] [&>svg]:shrink-0',
        'transition-[opacity,translate] duration-200 ease-out data-ending-style:translate-y-1 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0',
      )}
    >
      {ICONS[toast.type ?? 'info']}
      <div className="min-w-0 flex-1">
        <Toast.Title className="font-medium break-words" />
        <Toast.Description className="text-sm break-words text-text-2" />
      </div>
      <Toast.Action className="ring-focus shrink-0 rounded-control px-2 py-1 text-sm font-medium text-primary-text hover:bg-raised empty:hidden" />
      <Toast.Close
        aria-hidden={false}
        aria-label={t('action.close')}
        className={cx(iconButtonClass, '-my-1')}
      >
        <X aria-hidden />
      </Toast.Close>
    </Toast.Root>
  ));
}
