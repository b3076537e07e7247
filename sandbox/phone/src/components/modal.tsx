import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { strings } from '../strings';
import { Button } from './button';

interface ModalProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  text?: string;
  children: ReactNode;
}

/** A dialog in the middle, or a sheet from the foot of a phone. */
export function Modal({ isOpen, onClose, title, text, children }: ModalProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/60" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-50 flex max-h-[90dvh] flex-col gap-4 overflow-y-auto rounded-t-sheet border border-divider bg-surface p-5 sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[420px] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-sheet">
          <Dialog.Title className="text-base font-semibold">{title}</Dialog.Title>
          {text !== undefined && <Dialog.Description className="text-text-2">{text}</Dialog.Description>}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The row of buttons a dialog ends with. */
export function ModalActions({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <div className="flex justify-end gap-2 pt-1">
      <Button onClick={onClose}>{strings.cancel}</Button>
      {children}
    </div>
  );
}
