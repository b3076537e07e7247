import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
  children: ReactNode;
}

export function Menu({ trigger, side = 'bottom', align = 'end', children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50">
          <Base.Popup className="min-w-52 rounded-card border border-divider bg-overlay p-1 outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  icon: LucideIcon;
  onClick: () => void;
  children: ReactNode;
}

export function MenuItem({ icon: Icon, onClick, children }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onClick}
      className="flex min-h-10 items-center gap-3 rounded-control px-3 text-text outline-none select-none data-highlighted:bg-raised"
    >
      <Icon className="size-4 shrink-0 text-text-2" aria-hidden />
      {children}
    </Base.Item>
  );
}

export function MenuDivider() {
  return <Base.Separator className="my-1 h-px bg-divider" />;
}
