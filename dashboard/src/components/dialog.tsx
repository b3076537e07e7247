import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx';
import { iconButtonClass } from './icon-button';

const WIDTHS = {
  sm: 'sm:max-w-[420px]',
  md: 'sm:max-w-[520px]',
  lg: 'sm:max-w-[680px]',
  xl: 'sm:max-w-[1040px]',
};

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  width?: keyof typeof WIDTHS;
  children?: ReactNode;
  /** The buttons, the one that acts last. */
  footer?: ReactNode;
}

/** In the middle of the page; on a phone a sheet that rises from below. */
export function Dialog({ open, onClose, title, description, width = 'sm', children, footer }: DialogProps) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto sm:items-center sm:p-6">
          <Base.Popup
            ref={popup}
            data-layer
            // Where there is something to fill in, that comes first; a finger would only bring up the keyboard.
            initialFocus={(opened) =>
              (opened !== 'touch' && popup.current?.querySelector<HTMLElement>('input, textarea, select')) ||
              true
            }
            className={cx(
              'flex max-h-[92dvh] w-full flex-col rounded-t-sheet border border-divider bg-surface shadow-pop outline-none sm:rounded-sheet',
              'transition-[opacity,translate,scale] duration-200 ease-out',
              'data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0',
              'sm:data-ending-style:translate-y-0 sm:data-ending-style:scale-[0.98] sm:data-starting-style:translate-y-0 sm:data-starting-style:scale-[0.98]',
              WIDTHS[width],
            )}
          >
            <div className="flex items-start gap-3 px-5 pt-5 sm:px-6">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-md font-semibold sm:text-lg">{title}</Base.Title>
                {description !== undefined && (
                  <Base.Description className="mt-1 text-text-2">{description}</Base.Description>
                )}
              </div>
              <Base.Close
                aria-label={t('action.close')}
                className={cx(iconButtonClass, '-mt-1 -mr-2 pointer-coarse:-mt-2.5')}
              >
                <X aria-hidden />
              </Base.Close>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-4 pb-1 last:pb-5 empty:hidden sm:px-6">
              {children}
            </div>
            {footer !== undefined && (
              <div className="flex flex-col-reverse gap-2 px-5 pt-4 pb-[max(20px,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end sm:px-6">
                {footer}
              </div>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
