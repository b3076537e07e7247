import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx';
import { iconButtonClass } from './icon-button';

interface LightboxProps {
  open: boolean;
  onClose: () => void;
  src: string;
  /** What the picture shows. */
  alt: string;
  caption?: string;
}

/** A picture as large as the window lets it be. */
export function Lightbox({ open, onClose, src, alt, caption = '' }: LightboxProps) {
  const { t } = useTranslation();
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          data-layer
          aria-label={alt}
          // Beside the picture is outside, too.
          onClick={(event) => {
            if (event.target === event.currentTarget) onClose();
          }}
          className="fixed inset-0 z-50 flex flex-col items-center justify-center gap-3 p-4 pt-14 outline-none transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <Base.Close
            aria-label={t('action.close')}
            className={cx(iconButtonClass, 'absolute top-3 right-3 bg-overlay')}
          >
            <X aria-hidden />
          </Base.Close>
          <img src={src} alt={alt} className="min-h-0 max-w-full rounded-card object-contain" />
          {caption !== '' && (
            <p className="max-h-24 max-w-prose overflow-y-auto rounded-control bg-overlay px-3 py-2 text-text">
              {caption}
            </p>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
