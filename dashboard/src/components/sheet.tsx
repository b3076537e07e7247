import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx';
import { iconButtonClass } from './icon-button';

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** Comes in from the right for what is read beside the page; on a phone it is the page. */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  const { t } = useTranslation();
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          data-layer
          className={cx(
            'fixed inset-y-0 right-0 z-50 flex w-full flex-col border-divider bg-surface shadow-pop outline-none sm:w-[480px] sm:border-l',
            'transition-[translate,opacity] duration-200 ease-out',
            'data-ending-style:translate-x-8 data-ending-style:opacity-0 data-starting-style:translate-x-8 data-starting-style:opacity-0',
          )}
        >
          <div className="flex h-16 shrink-0 items-center gap-3 border-b border-divider pr-3 pl-5">
            <Base.Title className="min-w-0 flex-1 truncate text-md font-semibold">{title}</Base.Title>
            <Base.Close aria-label={t('action.close')} className={iconButtonClass}>
              <X aria-hidden />
            </Base.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
